// Every torture suite, in the order of the table in docs/torture.md.
import type { Suite } from './frame.ts';
import { fullDisk } from './full-disk.ts';
import { histories } from './histories.ts';

export const suites: readonly Suite[] = [histories, fullDisk];
