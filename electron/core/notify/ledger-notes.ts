// Notes in the ledger what was decided of a message. What cannot be written is known here until it can: nothing is to be
// told a second time.
import { bestEffort } from '../best-effort.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { LedgerEntry, StoredMessage } from '../records.ts';

type Noted = Pick<LedgerEntry, 'outcome' | 'why' | 'noticeId'>;

export type LedgerNotes = {
  /** To be written down with the others. */
  decided(messages: readonly StoredMessage[], noted: Noted): void;
  writeDown(): void;
  /** decided, and not in the ledger yet */
  isUnwritten(messageId: string): boolean;
  /** also of what is not in the ledger yet */
  ofNotice(noticeId: string): readonly LedgerEntry[];
};

type NoteParts = { readonly cache: CacheStore; readonly clock: Clock; readonly log: Log };

/** Nothing is decided at first. */
export function createLedgerNotes({ cache, clock, log }: NoteParts): LedgerNotes {
  const unwritten = new Map<string, LedgerEntry>();
  return {
    decided(messages, noted) {
      for (const { id, ticketId } of messages)
        unwritten.set(id, { messageId: id, ticketId, at: clock.now(), ...noted });
    },
    writeDown() {
      if (unwritten.size === 0) return;
      bestEffort(log, 'ledger', () => {
        cache.transaction(() => {
          for (const entry of unwritten.values()) cache.putLedger(entry);
        });
        unwritten.clear();
      });
    },
    isUnwritten: (messageId) => unwritten.has(messageId),
    ofNotice(noticeId) {
      const late = [...unwritten.values()].filter((entry) => entry.noticeId === noticeId);
      return [...cache.ledgerByNotice(noticeId), ...late];
    },
  };
}
