// Announces staff replies from persisted facts, keeps the ledger, and takes announcements back once read.
import type { Language } from '../../contract/language.ts';
import type { AccountNotifier } from '../accounts/scoped-ports.ts';
import { bestEffort } from '../best-effort.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { LedgerEntry, StoredMessage } from '../records.ts';
import { type Candidate, decide } from './rules.ts';
import { notifyWords } from './words.ts';

/** Messages that are looked at in one go; the rest waits for the next look. */
const mostAtOnce = 500;

type Outcome = Pick<LedgerEntry, 'outcome' | 'why' | 'noticeId'>;

export type Announcer = {
  /** Tells what is new. At most one summary after a wake or a restart. */
  announce(oneSummary: boolean): Promise<void>;
  /** The ticket was read or answered: its notifications go away. */
  withdraw(ticketId: string, outcome: 'withdrawn' | 'replied'): void;
  /** A notification was clicked; answers the ticket to show (null: the list), undefined: not one of ours. */
  clicked(noticeId: string): { readonly ticketId: string | null } | undefined;
};

/** One account's announcer. */
export function createAnnouncer(parts: {
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly notifier: AccountNotifier;
  readonly newId: () => string;
  readonly language: () => Language;
  /** the ticket in front of the user's eyes */
  readonly inFront: () => string | null;
  /** the user wants to hear nothing of this ticket */
  readonly muted: (ticketId: string) => boolean;
  /** ids of the messages that went out from here */
  readonly sentFromHere: (ticketId: string) => readonly string[];
  readonly onShown: () => void;
  readonly log: Log;
}): Announcer {
  const { cache, clock, notifier } = parts;
  // decided, and not in the ledger yet because it could not be written: not to be told a second time
  const unwritten = new Map<string, LedgerEntry>();

  /** What is to be known of a ticket is read once, however many of its messages are to be told. */
  function candidatesOf(messages: readonly StoredMessage[]): Candidate[] {
    const known = new Map<string, ReturnType<typeof about>>();
    return messages.flatMap((message) => {
      const ticketId = message.ticketId;
      const { ticket, ours, muted } = known.get(ticketId) ?? about(ticketId);
      known.set(ticketId, { ticket, ours, muted });
      return ticket ? [{ message, ticket, answered: isAnswered(message, ours), muted }] : [];
    });
  }

  const about = (ticketId: string) => ({
    ticket: cache.ticket(ticketId),
    ours: new Set(parts.sentFromHere(ticketId)),
    muted: parts.muted(ticketId),
  });

  /** Who answers elsewhere has read it there. A reply from here proves nothing: the two may have crossed. */
  const isAnswered = ({ ticketId, position }: StoredMessage, ours: ReadonlySet<string>): boolean =>
    cache.customersAfter(ticketId, position).some((id) => !ours.has(id));

  function decided(messages: readonly StoredMessage[], outcome: Outcome): void {
    for (const { id, ticketId } of messages)
      unwritten.set(id, { messageId: id, ticketId, at: clock.now(), ...outcome });
  }

  function writeDown(): void {
    if (unwritten.size === 0) return;
    bestEffort(parts.log, 'ledger', () => {
      cache.transaction(() => {
        for (const entry of unwritten.values()) cache.putLedger(entry);
      });
      unwritten.clear();
    });
  }

  return {
    async announce(oneSummary) {
      writeDown();
      const candidates = candidatesOf(cache.unannounced(mostAtOnce).filter(({ id }) => !unwritten.has(id)));
      if (candidates.length === 0) return;
      const { announce, skip } = decide(
        candidates,
        parts.inFront(),
        oneSummary,
        notifyWords(parts.language()),
      );
      for (const { message, why } of skip) decided([message], { outcome: 'not-shown', why, noticeId: null });
      writeDown();
      for (const { messages, ticketId, title, text } of announce) {
        const id = parts.newId();
        const result = await notifier.show({ id, ticketId, title, text });
        // written after the showing: a crash in between tells twice rather than never
        decided(messages, {
          outcome: result === 'shown' ? 'shown' : 'not-shown',
          why: result === 'shown' ? null : result,
          noticeId: id,
        });
        writeDown();
        parts.onShown();
      }
    },

    withdraw(ticketId, outcome) {
      writeDown();
      const shown = cache.ledgerShown(ticketId);
      if (shown.length === 0) return;
      for (const id of new Set(shown.map((entry) => entry.noticeId))) if (id) notifier.withdraw(id);
      const ids = shown.map((entry) => entry.messageId);
      bestEffort(parts.log, 'ledger', () => cache.setLedgerOutcome(ids, outcome, clock.now()));
      parts.onShown();
    },

    clicked(noticeId) {
      writeDown();
      const late = [...unwritten.values()].filter((entry) => entry.noticeId === noticeId);
      const entries = [...cache.ledgerByNotice(noticeId), ...late];
      const [first] = entries;
      if (!first) return undefined;
      const ids = entries.map((entry) => entry.messageId);
      bestEffort(parts.log, 'ledger', () => cache.setLedgerOutcome(ids, 'clicked', clock.now()));
      const tickets = new Set(entries.map((entry) => entry.ticketId));
      return { ticketId: tickets.size === 1 ? first.ticketId : null };
    },
  };
}
