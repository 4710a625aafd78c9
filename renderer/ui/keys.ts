// The table of keys: one truth for what a key does, for the sheet that lists them, and for the tests.
import type { Text } from '../text/en.ts';

export type ActionName = keyof Text['keyNames'];

export type Shortcut = {
  readonly action: ActionName;
  readonly group: keyof Text['keyGroups'];
  /** what is shown; `Mod` is Ctrl, or Cmd on a Mac; several ways are separate entries */
  readonly keys: readonly string[];
};

export const shortcuts: readonly Shortcut[] = [
  { group: 'go', action: 'needsYou', keys: ['1'] },
  { group: 'go', action: 'waiting', keys: ['2'] },
  { group: 'go', action: 'allOpen', keys: ['3'] },
  { group: 'go', action: 'closed', keys: ['4'] },
  { group: 'go', action: 'unsent', keys: ['5'] },
  { group: 'go', action: 'drafts', keys: ['6'] },
  { group: 'go', action: 'search', keys: ['/'] },
  { group: 'list', action: 'next', keys: ['j', '↓'] },
  { group: 'list', action: 'previous', keys: ['k', '↑'] },
  { group: 'list', action: 'ends', keys: ['Home', 'End'] },
  { group: 'list', action: 'openTicket', keys: ['Enter'] },
  { group: 'ticket', action: 'reply', keys: ['r'] },
  { group: 'ticket', action: 'firstNew', keys: ['u'] },
  { group: 'ticket', action: 'closeReopen', keys: ['x'] },
  { group: 'write', action: 'send', keys: ['Mod+Enter'] },
  { group: 'write', action: 'encrypted', keys: ['Mod+Shift+E'] },
  { group: 'write', action: 'newTicket', keys: ['n'] },
  { group: 'window', action: 'quick', keys: ['q'] },
  { group: 'window', action: 'check', keys: ['c'] },
  { group: 'window', action: 'notice', keys: ['o'] },
  { group: 'window', action: 'settings', keys: [','] },
  { group: 'window', action: 'help', keys: ['?'] },
  { group: 'window', action: 'escape', keys: ['Esc'] },
];

/** What to print on a key of this machine. @param platform as the program names it (`darwin`, `win32`, …) */
export function keyLabel(key: string, platform: string): string {
  const mac = platform === 'darwin';
  return key
    .replace('Mod', mac ? '⌘' : 'Ctrl')
    .replace('Shift', mac ? '⇧' : 'Shift')
    .replace('Enter', mac ? '↩' : 'Enter')
    .replaceAll('+', mac ? '' : ' ');
}

const actionOfKey: Record<string, ActionName> = {
  1: 'needsYou',
  2: 'waiting',
  3: 'allOpen',
  4: 'closed',
  5: 'unsent',
  6: 'drafts',
  '/': 'search',
  j: 'next',
  k: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  r: 'reply',
  u: 'firstNew',
  x: 'closeReopen',
  n: 'newTicket',
  q: 'quick',
  c: 'check',
  o: 'notice',
  ',': 'settings',
  '?': 'help',
};

/** The action of a key pressed outside of text fields; undefined for keys that are not ours. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): ActionName | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return Object.hasOwn(actionOfKey, event.key) ? actionOfKey[event.key] : undefined;
}
