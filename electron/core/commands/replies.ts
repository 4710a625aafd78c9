// Drafts, and replies that are handed over: durable first, then the outbox works. Each is one transaction in outbox.db.
import { failure, success } from '../../contract/codes.ts';
import type { Handlers } from '../../contract/transport.ts';
import { bestEffort } from '../best-effort.ts';
import { ticketTopic } from '../changes.ts';
import { madeOfSameDraft } from '../outbox/same-draft.ts';
import { queue } from '../outbox/transitions.ts';
import { toDraft, toOutgoing } from '../queries/rows.ts';
import type { StoredDraft } from '../records.ts';
import { type Context, withAccountOf } from './context.ts';
import { tellOfRow } from './outbox.ts';

type Names = 'draft.save' | 'draft.get' | 'reply.send';

/** The calls about drafts and replies, for one account. */
export function replyCommands(context: Context): Pick<Handlers, Names> {
  const { clock } = context.ports;
  const { tell } = context.changes;
  const inAccount = withAccountOf(context);

  return {
    'draft.save': ({ ticketId, text, encrypted, seenUpTo }) =>
      inAccount(({ drafts }) => {
        const had = drafts.draft(ticketId);
        const has = text !== '' || encrypted;
        const seen = seenUpTo === undefined ? (had?.seenUpTo ?? null) : seenUpTo;
        if (has) drafts.putDraft({ ticketId, text, encrypted, savedAt: clock.now(), seenUpTo: seen });
        else if (had) drafts.removeDraft(ticketId);
        // another window may show the same composer; that there is a draft at all concerns the list too
        if (had?.text !== text || had.encrypted !== encrypted) tell(ticketTopic(ticketId));
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
        let older = false;
        const row = drafts.transaction(() => {
          const known = drafts.get(id);
          older = known !== null && (known.text !== text || known.encrypted !== encrypted);
          if (known) return known;
          const draft = drafts.draft(ticketId);
          const queued = queue({
            id,
            create: null,
            ticketId,
            text,
            encrypted,
            reopen,
            queuedAt: clock.now(),
          });
          const twin =
            draft === null && replaces === text
              ? madeOfSameDraft(drafts.ofTicket(ticketId), queued, clock.now())
              : null;
          if (twin) return twin;
          drafts.put(queued);
          // what another window holds beyond this text is not sent and stays
          if (isSent(draft, text, replaces)) drafts.removeDraft(ticketId);
          return queued;
        });
        tellOfRow(context, row);
        // the reply is durable, and only that decides the answer
        bestEffort(context.ports.log, 'reply-withdraw', () =>
          account.announcer.withdraw(ticketId, 'replied'),
        );
        return success({ outgoing: toOutgoing(account.id, row, ticket), older });
      }),
  };
}

/** The draft is what the page began with, or the beginning of this reply that was saved while it was typed. */
const isSent = (draft: StoredDraft | null, text: string, replaces: string | null): boolean =>
  draft === null || replaces === null || draft.text === replaces || text.startsWith(draft.text);
