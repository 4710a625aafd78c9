// Closing asks first; reopening, of tickets that are all closed, does not.
import type { TicketRow } from '../../../electron/contract/model.ts';
import { mayWrite } from '../accounts/account-state.ts';
import { closeOrReopen } from '../ticket/ticket-changes.ts';
import type { TicketCommand } from './command.ts';

type Rows = readonly TicketRow[];
const there = (rows: Rows): Rows => rows.filter(({ gone }) => !gone);
const isReopening = (rows: Rows): boolean => there(rows).every(({ status }) => status === 'closed');

export const closeOrReopenCommand: TicketCommand = {
  name: 'closeReopen',
  icon: 'archive',
  apart: true,
  label: (text, rows) => (isReopening(rows) ? text.reopenTicket : text.closeTicket),
  allowed: (stores, rows) =>
    there(rows).length > 0 && there(rows).every(({ accountId }) => mayWrite(stores, accountId)),
  run(stores, rows) {
    if (isReopening(rows)) return void closeOrReopen(stores, 'reopen', there(rows));
    const open = there(rows).filter(({ status }) => status !== 'closed');
    stores.screen.askAbout('close-ticket', open);
  },
};
