// What can be asked of one account, and what its answers look like outside it: ticket ids are scoped in one place, here.
import type { CallName, Output } from '../../contract/calls.ts';
import { attachmentCommands } from '../commands/attachments.ts';
import type { Context } from '../commands/context.ts';
import { markCommands } from '../commands/marks.ts';
import { newTicketCommands } from '../commands/new-ticket.ts';
import { outboxCommands } from '../commands/outbox.ts';
import { replyCommands } from '../commands/replies.ts';
import { serviceCommands } from '../commands/services.ts';
import { statsCommands } from '../commands/stats.ts';
import { ticketCommands } from '../commands/tickets.ts';
import { toldCommands } from '../commands/told.ts';

/** Each takes and gives the account's own ticket ids. */
export const accountCommands = (context: Context) => ({
  ...ticketCommands(context),
  ...markCommands(context),
  ...newTicketCommands(context),
  ...replyCommands(context),
  ...outboxCommands(context),
  ...serviceCommands(context),
  ...statsCommands(context),
  ...toldCommands(context),
  ...attachmentCommands(context),
});

export type AccountCommands = ReturnType<typeof accountCommands>;
export type AccountCall = keyof AccountCommands & CallName;

type Scope = (ticketId: string) => string;
const row = <T extends { readonly id: string }>(scope: Scope, value: T): T => ({
  ...value,
  id: scope(value.id),
});
const about = <T extends { readonly ticketId: string }>(scope: Scope, value: T): T => ({
  ...value,
  ticketId: scope(value.ticketId),
});

/** The calls whose answers name tickets. */
export const scopedOutputs: {
  readonly [N in AccountCall]?: (scope: Scope, value: Output<N>) => Output<N>;
} = {
  'tickets.close': (scope, value) => ({ results: value.results.map((one) => about(scope, one)) }),
  'tickets.openByNumber': about,
  'thread.get': (scope, value) => ({
    ...value,
    ticket: row(scope, value.ticket),
    outgoing: value.outgoing.map((one) => about(scope, one)),
  }),
  'ticket.create': (scope, value) => ({ outgoing: about(scope, value.outgoing) }),
  'reply.send': (scope, value) => ({ ...value, outgoing: about(scope, value.outgoing) }),
  'outbox.list': (scope, value) => value.map((one) => about(scope, one)),
  'outbox.get': about,
  'notices.told': (scope, value) => ({ ...value, told: value.told.map((one) => about(scope, one)) }),
  'print.part': (scope, value) => ({ ...value, ticket: row(scope, value.ticket) }),
  'downloads.list': (scope, value) => value.map((one) => about(scope, one)),
};
