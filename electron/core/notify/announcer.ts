// Announces staff replies from persisted facts, keeps the ledger, and takes announcements back once read.
import type { Language } from '../../contract/language.ts';
import type { AccountNotifier } from '../accounts/scoped-ports.ts';
import { bestEffort } from '../best-effort.ts';
import { createLane } from '../lane.ts';
import type { Clock, Log } from '../ports.ts';
import type { StoredMessage } from '../records.ts';
import { type CandidateParts, candidatesOf } from './candidates.ts';
import { createLedgerNotes, type LedgerNotes } from './ledger-notes.ts';
import { createQuietEnd } from './quiet-end.ts';
import { createReadElsewhere } from './read-elsewhere.ts';
import { decide } from './rules.ts';
import { createShowing } from './showing.ts';
import { createTakingBack, type TakenBack } from './taking-back.ts';
import { notifyWords } from './words.ts';

/** Messages that are looked at in one go; the rest waits for the next look. */
const mostAtOnce = 500;

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

type AnnouncerParts = CandidateParts & {
  readonly clock: Clock;
  readonly notifier: AccountNotifier;
  readonly newId: () => string;
  readonly language: () => Language;
  /** the ticket in front of the user's eyes */
  readonly inFront: () => string | null;
  readonly onShown: () => void;
  readonly onRead: (ticketIds: readonly string[]) => void;
  readonly log: Log;
};

/** One account's announcer. */
export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { cache, clock, log, onShown } = parts;
  const notes = createLedgerNotes(parts);
  const { writeDown } = notes;
  const taking = createTakingBack({ ...parts, writeDown, isAsking: () => showing.isAsking() });
  const showing = createShowing({
    ...parts,
    notes,
    onAnswer() {
      onShown();
      taking.answered();
    },
  });
  const elsewhere = createReadElsewhere({
    ...parts,
    onRead(ticketIds) {
      for (const ticketId of ticketIds) taking.withdrawRead(ticketId, 'replied');
      parts.onRead(ticketIds);
    },
  });
  // one after the other: what is being shown is in no ledger yet
  const inTurn = createLane(1);
  const heldBack = () => (parts.quietUntil() === null ? cache.heldBack(mostAtOnce) : []);
  const quietEnd = createQuietEnd(clock, parts.quietUntil, () => {
    const done = inTurn(() => tell(heldBack(), true));
    done.catch((cause) => stopped || log.error('quiet-end', cause));
  });
  let stopped = false;

  async function tell(messages: readonly StoredMessage[], oneSummary: boolean): Promise<void> {
    const fresh = messages.filter(({ id }) => !notes.isUnwritten(id));
    const words = notifyWords(parts.language());
    const { announce, skip } = decide(candidatesOf(fresh, parts), parts.inFront(), oneSummary, words);
    for (const { message, why } of skip)
      notes.decided([message], { outcome: 'not-shown', why, noticeId: null });
    writeDown();
    if (skip.some(({ why }) => why === 'quiet-hours')) quietEnd.await();
    bestEffort(log, 'read-elsewhere', elsewhere.settle);
    for (const announcement of announce) {
      await showing.show(announcement);
      if (stopped) return;
    }
    taking.allAnswered();
  }

  return {
    announce: (oneSummary) =>
      inTurn(async () => {
        if (stopped) return;
        writeDown();
        const held = heldBack();
        await tell([...held, ...cache.unannounced(mostAtOnce)], oneSummary || held.length > 0);
      }),
    start() {
      if (parts.quietUntil() !== null) quietEnd.await();
    },
    quietHoursChanged: quietEnd.await,
    withdraw: taking.withdraw,
    withdrawRead: taking.withdrawRead,
    learnt: elsewhere.learnt,
    clicked: (noticeId) => clickedOn(noticeId, notes, parts),
    stop() {
      stopped = true;
      quietEnd.stop();
      showing.end();
    },
  };
}

function clickedOn(noticeId: string, notes: LedgerNotes, { cache, clock, log }: AnnouncerParts) {
  notes.writeDown();
  const entries = notes.ofNotice(noticeId);
  const [first] = entries;
  if (!first) return undefined;
  const ids = entries.map((entry) => entry.messageId);
  bestEffort(log, 'ledger', () => cache.setLedgerOutcome(ids, 'clicked', clock.now()));
  const tickets = new Set(entries.map((entry) => entry.ticketId));
  return { ticketId: tickets.size === 1 ? first.ticketId : null };
}
