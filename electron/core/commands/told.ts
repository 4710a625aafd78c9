// What was told of one account's tickets, from the ledger of its notifications.
import { success } from '../../contract/codes.ts';
import { type Fate, fates } from '../../contract/told.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { LedgerEntry } from '../records.ts';
import { type Context, withAccountOf } from './context.ts';

/** The call about what was told, for one account. */
export function toldCommands(context: Context): Pick<Handlers, 'notices.told'> {
  const inAccount = withAccountOf(context);
  return {
    'notices.told': ({ limit }) =>
      inAccount(({ id: accountId, cache }) => {
        const lines = cache.ledgerLatest(limit + 1);
        const told = lines.slice(0, limit).map((line) => ({
          accountId,
          messageId: line.messageId,
          ticketId: line.ticketId,
          number: line.number,
          subject: line.subject,
          fate: fateOf(line),
          at: line.at,
        }));
        return success({ told, more: lines.length > limit });
      }),
  };
}

/** A newer version may have written other reasons. */
function fateOf({ outcome, why }: LedgerEntry): Fate {
  if (outcome === 'withdrawn') return 'read';
  if (outcome !== 'not-shown') return outcome;
  return fates.find((known) => known === why) ?? 'not-shown';
}
