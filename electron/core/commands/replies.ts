// Drafts and replies: durable first, then the outbox works. Each is one transaction in outbox.db.
import type { Output } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { bestEffort } from '../best-effort.ts';
import * as move from '../outbox/transitions.ts';
import { toDraft, toOutgoing } from '../queries/rows.ts';
import type { StoredDraft, StoredOutgoing } from '../records.ts';
import { type Context, withAccount } from './context.ts';

type Names =
  | 'draft.save'
  | 'draft.get'
  | 'reply.send'
  | 'outbox.list'
  | 'outbox.sendAgain'
  | 'outbox.checkAgain'
  | 'outbox.discard'
  | 'outbox.edit'
  | 'outbox.editTicket'
  | 'outbox.reopenAndSend'
  | 'outbox.text';

export function replyCommands(context: Context): Pick<Handlers, Names> {
  const { clock } = context.ports;
  const { tell } = context.changes;
  const inAccount = <T>(work: (account: Account) => Result<T> | Promise<Result<T>>) =>
    withAccount(context, work);

  function told(row: StoredOutgoing): void {
    tell('outbox', 'tickets', `ticket:${row.ticketId}`);
    context.account()?.outbox.kick();
  }

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
    'draft.save': ({ ticketId, text, encrypted, seenUpTo }) =>
      inAccount(({ drafts }) => {
        const had = drafts.draft(ticketId);
        const has = text !== '' || encrypted;
        const seen = seenUpTo === undefined ? (had?.seenUpTo ?? null) : seenUpTo;
        if (has) drafts.putDraft({ ticketId, text, encrypted, savedAt: clock.now(), seenUpTo: seen });
        else if (had) drafts.removeDraft(ticketId);
        // another window may show the same composer; that there is a draft at all concerns the list too
        if (had?.text !== text || had.encrypted !== encrypted) tell(`ticket:${ticketId}`);
        if ((had !== null) !== has) tell('tickets', 'outbox');
        return success(null);
      }),

    'draft.get': ({ ticketId }) =>
      inAccount(({ drafts }) => {
        const draft = drafts.draft(ticketId);
        return success(draft && toDraft(draft));
      }),

    'reply.send': ({ id, ticketId, text, encrypted, reopen, replaces = null }) =>
      inAccount((account) => {
        const { drafts, cache } = account;
        const ticket = cache.ticket(ticketId);
        if (!ticket) return failure('not_found');
        if (!account.canWrite()) return failure('read_only_key');
        if (text.trim() === '') return failure('invalid_request');
        const row = drafts.transaction(() => {
          const known = drafts.get(id);
          if (known) return known;
          const queued = move.queue({
            id,
            create: null,
            ticketId,
            text,
            encrypted,
            reopen,
            queuedAt: clock.now(),
          });
          drafts.put(queued);
          // what another window holds beyond this text is not sent and stays
          if (isSent(drafts.draft(ticketId), text, replaces)) drafts.removeDraft(ticketId);
          return queued;
        });
        told(row);
        // the reply is durable, and only that decides the answer
        bestEffort(context.ports.log, 'reply-withdraw', () =>
          account.announcer.withdraw(ticketId, 'replied'),
        );
        return success({ outgoing: toOutgoing(account.id, row, ticket) });
      }),

    'outbox.list': () =>
      inAccount(({ id, drafts, cache }) =>
        success(drafts.open().map((row) => toOutgoing(id, row, cache.ticket(row.ticketId)))),
      ),
    'outbox.sendAgain': ({ id }) => choose(id, ['needs-user', 'rejected'], move.sendAgain),
    'outbox.checkAgain': ({ id }) =>
      choose(id, ['needs-user', 'unknown'], (row) => move.checkAgain(row, clock.now())),
    'outbox.discard': ({ id }) =>
      choose(id, ['queued', 'needs-user', 'rejected'], (row) => move.discard(row, clock.now())),
    'outbox.reopenAndSend': ({ id }) =>
      choose(id, ['rejected'], (row) => ({ ...move.sendAgain(row), reopen: true })),
    'outbox.edit': ({ id }) => inAccount((account) => takeBack(account, id, clock.now(), told)),
    'outbox.editTicket': ({ id }) =>
      inAccount(({ id: account, drafts }) => {
        const row = drafts.get(id);
        if (!row?.create || row.state !== 'rejected') return failure('conflict');
        return success({ ...row.create, account, ccEmails: [...row.create.ccEmails] });
      }),
    'outbox.text': ({ id }) =>
      inAccount(({ drafts }) => {
        const row = drafts.get(id);
        return row ? success({ text: row.text }) : failure('not_found');
      }),
  };
}

/** The draft is what the page began with, or the beginning of this reply that was saved while it was typed. */
const isSent = (draft: StoredDraft | null, text: string, replaces: string | null): boolean =>
  draft === null || replaces === null || draft.text === replaces || text.startsWith(draft.text);

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
