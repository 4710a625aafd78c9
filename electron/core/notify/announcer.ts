// Announces staff replies from persisted facts, keeps the ledger, and takes announcements back once read.
import type { Language } from '../../contract/language.ts';
import type { AccountNotifier } from '../accounts/scoped-ports.ts';
import { bestEffort } from '../best-effort.ts';
import { createLane } from '../lane.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';
import type { LedgerEntry, LedgerOutcome, StoredMessage } from '../records.ts';
import { createQuietEnd } from './quiet-end.ts';
import { comesThrough } from './quiet-hours.ts';
import { type Candidate, decide } from './rules.ts';
import { markSeen } from './seen.ts';
import { notifyWords } from './words.ts';

/** Messages that are looked at in one go; the rest waits for the next look. */
const mostAtOnce = 500;

type TakenBack = Extract<LedgerOutcome, 'withdrawn' | 'replied'>;
type Outcome = Pick<LedgerEntry, 'outcome' | 'why' | 'noticeId'>;

export type Announcer = {
  /** Tells what is new, and what was held back in quiet hours that are over. At most one summary after a wake or a restart. */
  announce(oneSummary: boolean): Promise<void>;
  /** Waits for the end of the quiet hours, if there are any now: earlier ones may have held something back. */
  start(): void;
  /** The quiet hours are others: what they held back is told at their end, or now. */
  quietHoursChanged(): void;
  /** Nothing more is to be said of the ticket: its notifications go away. */
  withdraw(ticketId: string, outcome: TakenBack): void;
  /** Messages of the ticket were read: notifications of which nothing is unread any more go away. */
  withdrawRead(ticketId: string, outcome: TakenBack): void;
  /** The conversation was read from HostUp again; an answer may be in it that was given elsewhere. */
  learnt(ticketId: string): void;
  /** A notification was clicked; answers the ticket to show (null: the list), undefined: not one of ours. */
  clicked(noticeId: string): { readonly ticketId: string | null } | undefined;
  /** Tells nothing any more, and notes what the system was asked to show and has not answered. */
  stop(): void;
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
  /** ids of the messages that went out from here; null: one may have arrived that is not known yet */
  readonly sentFromHere: (ticketId: string) => readonly string[] | null;
  /** when the quiet hours end that there are now; null: there are none */
  readonly quietUntil: () => number | null;
  readonly onShown: () => void;
  readonly onRead: (ticketIds: readonly string[]) => void;
  readonly log: Log;
}): Announcer {
  const { cache, clock, notifier } = parts;
  // decided, and not in the ledger yet because it could not be written: not to be told a second time
  const unwritten = new Map<string, LedgerEntry>();
  /** by the notification's id */
  const unanswered = new Map<string, readonly StoredMessage[]>();
  /** what was taken back meanwhile is taken back once more: the ledger knows what was shown only after the answer */
  let onceAnswered: (() => void)[] = [];
  const learnt = new Set<string>();
  // one after the other: what is being shown is in no ledger yet
  const inTurn = createLane(1);
  const quietEnd = createQuietEnd(clock, parts.quietUntil, () => {
    const done = inTurn(() => tell(parts.quietUntil() === null ? cache.heldBack(mostAtOnce) : [], true));
    done.catch((cause) => stopped || parts.log.error('quiet-end', cause));
  });
  let stopped = false;

  /** What is to be known of a ticket is read once, however many of its messages are to be told. */
  function candidatesOf(messages: readonly StoredMessage[]): Candidate[] {
    const known = new Map<string, ReturnType<typeof about>>();
    const isQuiet = parts.quietUntil() !== null;
    return messages.flatMap((message) => {
      const ticketId = message.ticketId;
      const { ticket, ours, muted } = known.get(ticketId) ?? about(ticketId);
      known.set(ticketId, { ticket, ours, muted });
      if (!ticket) return [];
      const quiet = isQuiet && !comesThrough(ticket.priority);
      return [{ message, ticket, answered: isAnswered(message, ours), muted, quiet }];
    });
  }

  const about = (ticketId: string) => ({
    ticket: cache.ticket(ticketId),
    ours: parts.sentFromHere(ticketId),
    muted: parts.muted(ticketId),
  });

  /** Who answers elsewhere has read it there. A reply from here proves nothing: the two may have crossed. */
  const isAnswered = ({ ticketId, position }: StoredMessage, ours: readonly string[] | null): boolean =>
    ours !== null && cache.customersAfter(ticketId, position).some((id) => !ours.includes(id));

  /** What was told, or not, and answered elsewhere since. Where a reply from here is in doubt, it is asked again. */
  function readElsewhere(): void {
    const known = [...learnt].map((ticketId) => ({ ticketId, ours: parts.sentFromHere(ticketId) }));
    const settled = known.filter(({ ours }) => ours !== null);
    const read = settled.filter(({ ticketId, ours }) => {
      if (cache.ticket(ticketId)?.unread === 0) return false;
      const answer = cache.customersAfter(ticketId, 0).findLast((id) => !ours?.includes(id));
      return answer !== undefined && cache.transaction(() => markSeen(cache, ticketId, answer));
    });
    for (const { ticketId } of settled) learnt.delete(ticketId);
    for (const { ticketId } of read) withdrawRead(ticketId, 'replied');
    if (read.length > 0) parts.onRead(read.map(({ ticketId }) => ticketId));
  }

  function withdrawRead(ticketId: string, outcome: TakenBack): void {
    withdrawThose(ticketId, ({ messageId }) => !isUnread(messageId), outcome);
  }

  function withdrawThose(
    ticketId: string,
    isMeant: (entry: LedgerEntry) => boolean,
    outcome: TakenBack,
  ): void {
    const withdrawNow = () => {
      writeDown();
      takeBack(cache.ledgerShown(ticketId).filter(isMeant), outcome);
    };
    withdrawNow();
    if (unanswered.size > 0) onceAnswered.push(withdrawNow);
  }

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
      if (id && !isNeeded(id)) notifier.withdraw(id);
    bestEffort(parts.log, 'ledger', () => cache.setLedgerOutcome(ids, outcome, clock.now()));
    parts.onShown();
  }

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

  async function tell(messages: readonly StoredMessage[], oneSummary: boolean): Promise<void> {
    const candidates = candidatesOf(messages.filter(({ id }) => !unwritten.has(id)));
    const { announce, skip } = decide(candidates, parts.inFront(), oneSummary, notifyWords(parts.language()));
    for (const { message, why } of skip) decided([message], { outcome: 'not-shown', why, noticeId: null });
    writeDown();
    if (skip.some(({ why }) => why === 'quiet-hours')) quietEnd.await();
    bestEffort(parts.log, 'read-elsewhere', readElsewhere);
    for (const { messages, ticketId, title, text } of announce) {
      const id = parts.newId();
      unanswered.set(id, messages);
      const result = await notifier.show({ id, ticketId, title, text });
      if (stopped) return;
      unanswered.delete(id);
      // written after the showing: a crash in between tells twice rather than never
      decided(messages, {
        outcome: result === 'shown' ? 'shown' : 'not-shown',
        why: result === 'shown' ? null : result,
        noticeId: id,
      });
      writeDown();
      parts.onShown();
      for (const withdrawNow of onceAnswered) withdrawNow();
    }
    onceAnswered = [];
  }

  return {
    announce: (oneSummary) =>
      inTurn(async () => {
        if (stopped) return;
        writeDown();
        const held = parts.quietUntil() === null ? cache.heldBack(mostAtOnce) : [];
        await tell([...held, ...cache.unannounced(mostAtOnce)], oneSummary || held.length > 0);
      }),
    start() {
      if (parts.quietUntil() !== null) quietEnd.await();
    },
    quietHoursChanged: quietEnd.await,

    withdraw: (ticketId, outcome) => withdrawThose(ticketId, () => true, outcome),
    withdrawRead,
    learnt: (ticketId) => void learnt.add(ticketId),

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

    stop() {
      stopped = true;
      quietEnd.stop();
      // most likely it is on the screen; told again at the next start, it would be there twice
      for (const [noticeId, messages] of unanswered)
        decided(messages, { outcome: 'shown', why: null, noticeId });
      writeDown();
    },
  };
}
