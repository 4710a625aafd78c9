// Every torture suite, in the order of the table in docs/torture.md.
import { databases } from './databases.ts';
import type { Suite } from './frame.ts';
import { fullDisk } from './full-disk.ts';
import { histories } from './histories.ts';
import { html } from './html.ts';
import { kills } from './kills.ts';
import { links } from './links.ts';
import { messages } from './messages.ts';
import { sockets } from './sockets.ts';

export const suites: readonly Suite[] = [
  histories,
  kills,
  databases,
  fullDisk,
  html,
  links,
  messages,
  sockets,
];
