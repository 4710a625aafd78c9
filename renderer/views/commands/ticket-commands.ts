// Everything that can be done with one ticket or several, in the order in which a menu shows it.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Text } from '../../text/en.ts';
import { mark, markRead } from '../ticket/ticket-changes.ts';
import { closeOrReopenCommand } from './close-command.ts';
import type { TicketCommand } from './command.ts';
import { copy } from './copy.ts';
import { exportCommands } from './export-commands.ts';
import { snoozeCommand } from './snooze-command.ts';

type Rows = readonly TicketRow[];

const read: TicketCommand = {
  name: 'markRead',
  icon: 'check',
  label: (text) => text.markRead,
  allowed: (_, rows) => rows.some(({ unread }) => unread),
  run: (stores, rows) =>
    void markRead(
      stores,
      rows.filter(({ unread }) => unread),
    ),
};

type Flag = 'pinned' | 'muted' | 'hidden';
type Words = {
  readonly on: string;
  readonly off: string;
  readonly done: (count: number) => string;
  readonly undone: (count: number) => string;
};

/** Sets a mark of the user's own on all of them, or takes it away where all have it. */
function toggle(
  flag: Flag,
  command: Pick<TicketCommand, 'name' | 'icon'>,
  words: (text: Text) => Words,
): TicketCommand {
  const isOn = (rows: Rows) => rows.every((row) => row[flag]);
  return {
    ...command,
    label: (text, rows) => (isOn(rows) ? words(text).off : words(text).on),
    allowed: () => true,
    run(stores, rows) {
      const on = !isOn(rows);
      const changed = rows.filter((row) => row[flag] !== on);
      const { done, undone } = words(stores.words.peek().text);
      void mark(stores, changed, { [flag]: on }, (on ? done : undone)(changed.length));
    },
  };
}

const pin = toggle('pinned', { name: 'pin', icon: 'pin' }, ({ pin, unpin, marked }) => ({
  on: pin,
  off: unpin,
  done: marked.pinned,
  undone: marked.unpinned,
}));
const mute = toggle('muted', { name: 'mute', icon: 'bellOff' }, ({ mute, unmute, marked }) => ({
  on: mute,
  off: unmute,
  done: marked.muted,
  undone: marked.unmuted,
}));
const hide = toggle(
  'hidden',
  { name: 'hideTicket', icon: 'eyeOff' },
  ({ hideTicket, unhideTicket, marked }) => ({
    on: hideTicket,
    off: unhideTicket,
    done: marked.hidden,
    undone: marked.unhidden,
  }),
);

const copyNumber: TicketCommand = {
  name: 'copyNumber',
  icon: 'copy',
  apart: true,
  label: (text, rows) => (rows.length === 1 ? text.copyNumber : text.copyNumbers),
  allowed: () => true,
  run: (stores, rows) => void copy(stores, rows.map(({ number }) => number).join('\n')),
};

export const ticketCommands: readonly TicketCommand[] = [
  read,
  pin,
  mute,
  snoozeCommand,
  hide,
  copyNumber,
  ...exportCommands,
  closeOrReopenCommand,
];
