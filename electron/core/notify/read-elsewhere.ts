// Who answers elsewhere has read there what was said before: it is not to be told, and counts as read here too.
import type { CacheStore } from '../ports.ts';
import { markSeen } from './seen.ts';

type ElsewhereParts = {
  readonly cache: CacheStore;
  /** ids of the messages that went out from here; null: one may have arrived that is not known yet */
  readonly sentFromHere: (ticketId: string) => readonly string[] | null;
  readonly onRead: (ticketIds: readonly string[]) => void;
};

export type ReadElsewhere = {
  /** The conversation was read from HostUp again. */
  learnt(ticketId: string): void;
  /** Where a reply from here is in doubt, it is asked again. */
  settle(): void;
};

/** @param parts.onRead hears which tickets were read elsewhere, after that was written down */
export function createReadElsewhere({ cache, sentFromHere, onRead }: ElsewhereParts): ReadElsewhere {
  const learnt = new Set<string>();
  return {
    learnt: (ticketId) => void learnt.add(ticketId),
    settle() {
      const known = [...learnt].map((ticketId) => ({ ticketId, ours: sentFromHere(ticketId) }));
      const settled = known.filter(({ ours }) => ours !== null);
      const read = settled.filter(({ ticketId, ours }) => {
        if (cache.ticket(ticketId)?.unread === 0) return false;
        const answer = cache.customersAfter(ticketId, 0).findLast((id) => !ours?.includes(id));
        return answer !== undefined && cache.transaction(() => markSeen(cache, ticketId, answer));
      });
      for (const { ticketId } of settled) learnt.delete(ticketId);
      if (read.length > 0) onRead(read.map(({ ticketId }) => ticketId));
    },
  };
}
