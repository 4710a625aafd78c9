// Has the system show notifications, one after the other, and notes in the ledger what came of it.
import type { AccountNotifier } from '../accounts/scoped-ports.ts';
import type { StoredMessage } from '../records.ts';
import type { LedgerNotes } from './ledger-notes.ts';
import type { Decision } from './rules.ts';

export type Showing = {
  /** Settles when the system has answered and that is noted, or when it was ended. */
  show(announcement: Decision['announce'][number]): Promise<void>;
  /** the system was asked to show one, and has not answered */
  isAsking(): boolean;
  /** Nothing is noted after this but what the system was asked to show and has not answered. */
  end(): void;
};

type ShowingParts = {
  readonly notifier: Pick<AccountNotifier, 'show'>;
  readonly newId: () => string;
  readonly notes: Pick<LedgerNotes, 'decided' | 'writeDown'>;
  /** after it is noted */
  readonly onAnswer: () => void;
};

/** Shows nothing until it is told to. */
export function createShowing({ notifier, newId, notes, onAnswer }: ShowingParts): Showing {
  /** by the notification's id */
  const unanswered = new Map<string, readonly StoredMessage[]>();
  let ended = false;
  return {
    async show({ messages, ticketId, title, text }) {
      const noticeId = newId();
      unanswered.set(noticeId, messages);
      const result = await notifier.show({ id: noticeId, ticketId, title, text });
      if (ended) return;
      unanswered.delete(noticeId);
      // written after the showing: a crash in between tells twice rather than never
      if (result === 'shown') notes.decided(messages, { outcome: 'shown', why: null, noticeId });
      else notes.decided(messages, { outcome: 'not-shown', why: result, noticeId });
      notes.writeDown();
      onAnswer();
    },
    isAsking: () => unanswered.size > 0,
    end() {
      ended = true;
      // most likely it is on the screen; told again at the next start, it would be there twice
      for (const [noticeId, messages] of unanswered)
        notes.decided(messages, { outcome: 'shown', why: null, noticeId });
      notes.writeDown();
    },
  };
}
