// Takes notifications back of which nothing is to be told any more.
import type { AccountNotifier } from '../accounts/scoped-ports.ts';
import { bestEffort } from '../best-effort.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { LedgerEntry, LedgerOutcome } from '../records.ts';

export type TakenBack = Extract<LedgerOutcome, 'withdrawn' | 'replied'>;

type TakingParts = {
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Pick<AccountNotifier, 'withdraw'>;
  /** brings the ledger up to date, as far as it can be written */
  readonly writeDown: () => void;
  /** the system was asked to show one, and has not answered */
  readonly isAsking: () => boolean;
  readonly onShown: () => void;
};

export type TakingBack = {
  /** All of the ticket. */
  withdraw(ticketId: string, outcome: TakenBack): void;
  /** Those of the ticket of which nothing is unread any more. */
  withdrawRead(ticketId: string, outcome: TakenBack): void;
  /** The system has answered: the ledger knows what it shows, and what was taken back meanwhile is taken back. */
  answered(): void;
  /** Nothing else is to be shown now. */
  allAnswered(): void;
};

/** What the ledger says was shown is what can be taken back. */
export function createTakingBack(parts: TakingParts): TakingBack {
  const { cache } = parts;
  let onceAnswered: (() => void)[] = [];
  const isUnread = (messageId: string): boolean => cache.message(messageId)?.unread ?? false;

  /** A notification of several goes only when none of the others is still to be told by it. */
  function takeBack(entries: readonly LedgerEntry[], outcome: TakenBack): void {
    if (entries.length === 0) return;
    const ids = entries.map((entry) => entry.messageId);
    const isNeeded = (noticeId: string) =>
      cache
        .ledgerByNotice(noticeId)
        .some((one) => one.outcome === 'shown' && !ids.includes(one.messageId) && isUnread(one.messageId));
    for (const id of new Set(entries.map((entry) => entry.noticeId)))
      if (id && !isNeeded(id)) parts.notifier.withdraw(id);
    bestEffort(parts.log, 'ledger', () => cache.setLedgerOutcome(ids, outcome, parts.clock.now()));
    parts.onShown();
  }

  function withdraw(ticketId: string, outcome: TakenBack, isMeant: (entry: LedgerEntry) => boolean): void {
    const withdrawNow = () => {
      parts.writeDown();
      takeBack(cache.ledgerShown(ticketId).filter(isMeant), outcome);
    };
    withdrawNow();
    if (parts.isAsking()) onceAnswered.push(withdrawNow);
  }

  return {
    withdraw: (ticketId, outcome) => withdraw(ticketId, outcome, () => true),
    withdrawRead: (ticketId, outcome) => withdraw(ticketId, outcome, ({ messageId }) => !isUnread(messageId)),
    answered() {
      for (const withdrawNow of onceAnswered) withdrawNow();
    },
    allAnswered() {
      onceAnswered = [];
    },
  };
}
