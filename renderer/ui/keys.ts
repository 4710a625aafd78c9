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
  { group: 'go', action: 'snoozedTickets', keys: ['7'] },
  { group: 'go', action: 'hiddenTickets', keys: ['8'] },
  { group: 'go', action: 'allTickets', keys: ['9'] },
  { group: 'go', action: 'waitingTimes', keys: ['w'] },
  { group: 'go', action: 'nextAccount', keys: ['g'] },
  { group: 'go', action: 'search', keys: ['/'] },
  { group: 'go', action: 'palette', keys: ['Mod+K'] },
  { group: 'list', action: 'next', keys: ['j', '↓'] },
  { group: 'list', action: 'previous', keys: ['k', '↑'] },
  { group: 'list', action: 'ends', keys: ['Home', 'End'] },
  { group: 'list', action: 'openTicket', keys: ['Enter'] },
  { group: 'list', action: 'select', keys: ['Space'] },
  { group: 'list', action: 'extend', keys: ['Shift+↓', 'Shift+↑'] },
  { group: 'list', action: 'selectAll', keys: ['Mod+A'] },
  { group: 'list', action: 'filter', keys: ['f'] },
  { group: 'list', action: 'clearFilters', keys: ['0'] },
  { group: 'list', action: 'sort', keys: ['t'] },
  { group: 'ticket', action: 'reply', keys: ['r'] },
  { group: 'ticket', action: 'firstNew', keys: ['u'] },
  { group: 'ticket', action: 'closeReopen', keys: ['x'] },
  { group: 'ticket', action: 'markRead', keys: ['i'] },
  { group: 'ticket', action: 'pin', keys: ['p'] },
  { group: 'ticket', action: 'mute', keys: ['m'] },
  { group: 'ticket', action: 'snooze', keys: ['s'] },
  { group: 'ticket', action: 'hideTicket', keys: ['h'] },
  { group: 'ticket', action: 'copyNumber', keys: ['y'] },
  { group: 'ticket', action: 'copyMarkdown', keys: ['d'] },
  { group: 'ticket', action: 'exportTicket', keys: ['e'] },
  { group: 'ticket', action: 'ticketMenu', keys: ['a'] },
  { group: 'ticket', action: 'undo', keys: ['z'] },
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

/**
 * What is printed on a key of this machine.
 * @param platform as the program names it (`darwin`, `win32`, …)
 * @param caps the words on keys in the language of the page
 */
export function keyLabel(key: string, platform: string, caps: Text['keyCaps']): string {
  const mac = platform === 'darwin';
  return key
    .replace('Mod', mac ? '⌘' : 'Ctrl')
    .replace('Shift', mac ? '⇧' : caps.Shift)
    .replace('Space', caps.Space)
    .replace('Enter', mac ? '↩' : 'Enter')
    .replaceAll('+', mac ? '' : ' ');
}

/** The first key of an action as it is shown; undefined for one without. */
export const keyOf = (action: ActionName): string | undefined =>
  shortcuts.find((shortcut) => shortcut.action === action)?.keys[0];

const arrows: Readonly<Record<string, string>> = { '↓': 'ArrowDown', '↑': 'ArrowUp' };
/** keys that the list, the text field or every open thing listens to itself */
const elsewhere: readonly string[] = ['Home', 'End', 'Enter', 'Space', 'Esc'];

const actionOfKey: Readonly<Record<string, ActionName>> = Object.fromEntries(
  shortcuts.flatMap(({ action, keys }) =>
    keys
      .filter((key) => !key.includes('+') && !elsewhere.includes(key))
      .map((key) => [arrows[key] ?? key, action] as const),
  ),
);

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The action of a key pressed outside of text fields; undefined for keys that are not ours. */
export function actionOf(event: Pressed): ActionName | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return Object.hasOwn(actionOfKey, event.key) ? actionOfKey[event.key] : undefined;
}

/** Whether it is the key of the palette, which is one while somebody writes, too. Ctrl+K is another's in a Mac's text. */
export const isPaletteKey = (
  { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed & Pick<KeyboardEvent, 'shiftKey'>,
  platform: string,
): boolean =>
  key.toLowerCase() === 'k' &&
  !altKey &&
  !shiftKey &&
  (platform === 'darwin' ? metaKey && !ctrlKey : ctrlKey && !metaKey);
