// What a person decides about replies and new tickets on their way. Each is one transaction in outbox.db.
import type { Output } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { topicsOf } from '../changes.ts';
import * as move from '../outbox/transitions.ts';
import { toDraft, toOutgoing } from '../queries/rows.ts';
import type { StoredOutgoing } from '../records.ts';
import { type Context, withAccountOf } from './context.ts';

type Names = Extract<keyof Handlers, `outbox.${string}`>;

/** A row of the outbox is another than it was: pages ask again, and there may be something to send. */
export function tellOfRow({ changes, account }: Context, row: StoredOutgoing): void {
  changes.tell('outbox', ...topicsOf([row.ticketId]));
  account()?.outbox.kick();
}

/** The calls about what is on its way, for one account. */
export function outboxCommands(context: Context): Pick<Handlers, Names> {
  const { clock } = context.ports;
  const inAccount = withAccountOf(context);
  const told = (row: StoredOutgoing) => tellOfRow(context, row);

  /** A person's choice about one row, allowed only in these states. */
  function choose(
    id: string,
    states: readonly StoredOutgoing['state'][],
    change: (row: StoredOutgoing) => StoredOutgoing,
  ) {
    return inAccount<null>(({ drafts }) => {
      const row = drafts.transaction(() => {
        const found = drafts.get(id);
        if (!found || !states.includes(found.state)) return null;
        drafts.put(change(found));
        return found;
      });
      if (!row) return failure('conflict');
      told(row);
      return success(null);
    });
  }

  return {
    'outbox.list': () =>
      inAccount(({ id, drafts, cache }) =>
        success(drafts.open().map((row) => toOutgoing(id, row, cache.ticket(row.ticketId)))),
      ),
    'outbox.get': ({ id }) =>
      inAccount((account) => {
        const row = account.drafts.get(id);
        const ticketId = (row?.create ? row.messageId : null) ?? row?.ticketId;
        if (!row || ticketId === undefined) return failure('not_found');
        return success(toOutgoing(account.id, row, account.cache.ticket(ticketId)));
      }),
    'outbox.sendAgain': ({ id }) => choose(id, ['needs-user', 'rejected'], move.sendAgain),
    'outbox.checkAgain': ({ id }) =>
      choose(id, ['needs-user', 'unknown'], (row) => move.checkAgain(row, clock.now())),
    'outbox.discard': ({ id }) =>
      choose(id, ['queued', 'needs-user', 'rejected'], (row) => move.discard(row, clock.now())),
    'outbox.reopenAndSend': ({ id }) =>
      choose(id, ['rejected'], (row) => ({ ...move.sendAgain(row), reopen: true })),
    'outbox.edit': ({ id }) => inAccount((account) => takeBack(account, id, clock.now(), told)),
    'outbox.editTicket': ({ id }) => inAccount((account) => hold(account, id, told)),
    'outbox.text': ({ id }) =>
      inAccount(({ drafts }) => {
        const row = drafts.get(id);
        return row ? success({ text: row.text }) : failure('not_found');
      }),
  };
}

/** What was filled in; a ticket that waits does not go out any more, in the same step. */
function hold(
  { id: account, drafts }: Account,
  id: string,
  told: (row: StoredOutgoing) => void,
): Result<Output<'outbox.editTicket'>> {
  const row = drafts.transaction(() => {
    const found = drafts.get(id);
    if (found?.state === 'queued' && found.create) drafts.put(move.hold(found));
    return found;
  });
  if (!row?.create || !['queued', 'rejected'].includes(row.state)) return failure('conflict');
  if (row.state === 'queued') told(row);
  return success({ ...row.create, account, ccEmails: [...row.create.ccEmails] });
}

/** The reply becomes the draft again, in front of what may have been typed since. */
function takeBack(
  { drafts }: Account,
  id: string,
  now: number,
  told: (row: StoredOutgoing) => void,
): Result<Output<'outbox.edit'>> {
  const taken = drafts.transaction(() => {
    const row = drafts.get(id);
    if (!row || row.create || !['queued', 'rejected'].includes(row.state)) return null;
    const typed = drafts.draft(row.ticketId);
    const draft = {
      ticketId: row.ticketId,
      text: typed?.text ? `${row.text}\n\n${typed.text}` : row.text,
      encrypted: row.encrypted || (typed?.encrypted ?? false),
      savedAt: now,
      seenUpTo: typed?.seenUpTo ?? null,
    };
    drafts.putDraft(draft);
    drafts.put(move.discard(row, now));
    return { row, draft };
  });
  if (!taken) return failure('conflict');
  told(taken.row);
  return success(toDraft(taken.draft));
}
