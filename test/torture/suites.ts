// Every torture suite, in the order of the table in docs/torture.md.
import { answers } from './answers.ts';
import { databases } from './databases.ts';
import { days } from './days.ts';
import type { Suite } from './frame.ts';
import { fullDisk } from './full-disk.ts';
import { histories } from './histories.ts';
import { html } from './html.ts';
import { kills } from './kills.ts';
import { links } from './links.ts';
import { messages } from './messages.ts';
import { soak } from './soak.ts';
import { sockets } from './sockets.ts';
import { storms } from './storms.ts';

export const suites: readonly Suite[] = [
  histories,
  kills,
  answers,
  storms,
  days,
  databases,
  fullDisk,
  soak,
  html,
  links,
  messages,
  sockets,
];
