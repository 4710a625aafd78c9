// The steps of the outbox that are under way: one for each ticket at most. A step that cannot be written down is noted.
import { type Failure, failure } from '../../contract/codes.ts';
import type { Topic } from '../../contract/events.ts';
import type { Log, OutboxStore } from '../ports.ts';
import { type StoredOutgoing, StoreError } from '../records.ts';

export type UnderWay = {
  begin(row: StoredOutgoing): void;
  isBusy(ticketId: string): boolean;
  /** settles when nothing is under way */
  idle(): Promise<void>;
  /** why the latest step could not be written down (a full disk); null: it could */
  problem(): Failure | null;
};

type UnderWayParts = {
  readonly advance: (row: StoredOutgoing) => Promise<void>;
  readonly outbox: Pick<OutboxStore, 'get'>;
  readonly log: Log;
  readonly tell: (...topics: Topic[]) => void;
  /** a step that was under way when the stores closed fails; that is no bug */
  readonly isRunning: () => boolean;
  /** after each step. @param moved false: the row is as it was */
  readonly onEnd: (moved: boolean) => void;
};

/** Nothing is under way at first. */
export function createUnderWay(parts: UnderWayParts): UnderWay {
  const busy = new Map<string, Promise<void>>();
  let problem: Failure | null = null;

  function become(next: Failure | null): void {
    if (next?.code !== problem?.code) parts.tell('connection');
    problem = next;
  }

  function failed(cause: unknown): void {
    if (!parts.isRunning()) return;
    parts.log.error('outbox-step', cause);
    become(cause instanceof StoreError ? failure(cause.code) : null);
  }

  return {
    begin(row) {
      const work = parts
        .advance(row)
        .then(() => become(null), failed)
        .finally(() => {
          busy.delete(row.ticketId);
          parts.onEnd(hasMoved(parts.outbox, row));
        });
      busy.set(row.ticketId, work);
    },
    isBusy: (ticketId) => busy.has(ticketId),
    async idle() {
      while (busy.size > 0) await Promise.all(busy.values());
    },
    problem: () => problem,
  };
}

function hasMoved(outbox: UnderWayParts['outbox'], before: StoredOutgoing): boolean {
  try {
    return JSON.stringify(outbox.get(before.id)) !== JSON.stringify(before);
  } catch {
    return false;
  }
}
