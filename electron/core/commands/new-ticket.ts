// A new ticket: durable first, then the outbox sends it, and what becomes of it is waited for a while.
import { failure, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { bestEffort } from '../best-effort.ts';
import { madeOfSameDraft } from '../outbox/same-draft.ts';
import { queue } from '../outbox/transitions.ts';
import { newTicketDraft, toOutgoing } from '../queries/rows.ts';
import type { StoredOutgoing } from '../records.ts';
import { type Context, withAccountOf } from './context.ts';

/** How long `ticket.create` waits for a first outcome, milliseconds. */
const createWait = 15_000;

/** The call that makes a ticket, for one account. */
export function newTicketCommands(context: Context): Pick<Handlers, 'ticket.create'> {
  const { clock } = context.ports;
  const inAccount = withAccountOf(context);
  return {
    'ticket.create': ({ id, account: _, replaces, ...ticket }) =>
      inAccount(async (account) => {
        if (!account.canWrite()) return failure('read_only_key');
        const row = account.drafts.transaction(() => {
          const queued = queueTicket(account, id, ticket, replaces, clock.now());
          if (queued.isNew) removeForm(account, replaces);
          return queued.row;
        });
        context.changes.tell('outbox');
        account.outbox.kick();
        await firstOutcome(context, row.id, createWait);
        return success({ outgoing: toOutgoing(account.id, account.drafts.get(row.id) ?? row, null) });
      }),
  };
}

/**
 * The same id twice is one ticket, and so is the same form out of two windows; a rejected one may come again with mended
 * fields. In a transaction.
 */
function queueTicket(
  { drafts }: Account,
  id: string,
  create: NonNullable<StoredOutgoing['create']>,
  replaces: string | undefined,
  now: number,
): { readonly row: StoredOutgoing; readonly isNew: boolean } {
  const known = drafts.get(id);
  if (known && known.state !== 'rejected') return { row: known, isNew: false };
  const row = queue({
    id,
    create,
    ticketId: `new:${id}`,
    text: create.message,
    encrypted: false,
    reopen: false,
    queuedAt: now,
  });
  const isGone = Boolean(replaces) && drafts.draft(newTicketDraft) === null;
  const twin = isGone ? madeOfSameDraft(drafts.open(), row, now) : null;
  if (twin) return { row: twin, isNew: false };
  drafts.put(row);
  return { row, isNew: true };
}

/** The form that another page fills in meanwhile is another ticket's. */
function removeForm({ drafts }: Account, replaces: string | undefined): void {
  const kept = drafts.draft(newTicketDraft);
  if (kept && (replaces === undefined || kept.text === replaces)) drafts.removeDraft(newTicketDraft);
}

/** Settles when the row is no longer queued or being sent, or waits for the network or a key, or after `limit`. */
function firstOutcome({ ports, changes, account }: Context, id: string, limit: number): Promise<void> {
  const settled = () => {
    let isSettled = true;
    // a row that cannot be read is not waited for: who reads it next is told so
    bestEffort(ports.log, 'first-outcome', () => {
      const holder = account();
      isSettled = !holder || holder.outbox.waitsForKey() || isOutcome(holder.drafts.get(id));
    });
    return isSettled;
  };
  return new Promise((resolve) => {
    const stop = changes.on(() => settled() && end());
    const cancel = ports.clock.after(limit, end);
    function end(): void {
      stop();
      cancel();
      resolve();
    }
    if (settled()) end();
  });
}

/** A row that is gone waits for nothing, either. */
const isOutcome = (row: StoredOutgoing | null): boolean =>
  !row || (row.state !== 'sending' && !(row.state === 'queued' && row.reason === null));
