// The reply being written to one ticket: kept as a draft while it is typed, sent once, and emptied only after the
// program said that the reply is durable. Knows no view and no other ticket.
import { batch, computed, type ReadonlySignal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { Draft, Thread } from '../../electron/contract/model.ts';
import type { SaveState } from './draft-saving.ts';
import { createOvertaken } from './overtaken.ts';
import { type Content, nothing } from './reply-content.ts';
import { createReplyDraft } from './reply-draft.ts';
import { createReplyHandover, type ReplyHandover } from './reply-handover.ts';
import type { SaveParts } from './reply-saves.ts';
import { createSecretWatch } from './secret-watch.ts';
import type { Suspicion } from './suspicion.ts';

export type Composer = Pick<ReplyHandover, 'sending' | 'problem' | 'send'> & {
  readonly ticketId: string;
  readonly text: ReadonlySignal<string>;
  readonly encrypted: ReadonlySignal<boolean>;
  readonly saveState: ReadonlySignal<SaveState>;
  /** more than HostUp takes: it is kept, but cannot be sent */
  readonly tooLong: ReadonlySignal<boolean>;
  /** more than a draft holds: it is here only, and gone with this page */
  readonly tooLongToKeep: ReadonlySignal<boolean>;
  /** a staff message came since the writing began */
  readonly overtaken: ReadonlySignal<boolean>;
  /** what in the text looks like a secret, while it goes unmarked */
  readonly suspicion: ReadonlySignal<Suspicion | null>;
  type(text: string): void;
  setEncrypted(on: boolean): void;
  /** What looks like a secret now is none; the same piece is not asked about again. */
  callNotSecret(): void;
  seeArrived(): void;
  flush(): Promise<boolean>;
  /** Compares with the program's state: another window's draft, and a hand-over whose answer was lost. */
  hear(thread: Thread, askedAt: number): void;
  /**
   * Takes a reply back from the outbox, before whatever has been typed since. False: it could not be had.
   * @param ask has the program turn the reply into the draft
   */
  takeBack(ask: () => Promise<Draft | null>): Promise<boolean>;
  /** The account of the ticket is gone from here: nothing is kept any more, here or in the program. */
  forget(): void;
};

export type ComposerParts = SaveParts & { readonly newId: () => string };

export function createComposer(ticketId: string, parts: ComposerParts): Composer {
  const draft = createReplyDraft(ticketId, parts, () => staff.seenUpTo());
  const { content } = draft;
  const text = computed(() => content.value.text);
  const tooLong = computed(() => text.value.length > limits.text);
  const maySend = () => text.peek().trim() !== '' && !tooLong.peek();
  const handover = createReplyHandover({ ...parts, ticketId, draft, maySend, clear });
  const { sending } = handover;
  const secrets = createSecretWatch(() => (content.value.encrypted ? null : text.value));
  const staff = createOvertaken(text);
  /** while a reply is taken back, the program's draft is news that is on its way here by another road */
  let taking = false;

  function change(next: Content): void {
    if (content.peek().text === '' && next.text !== '') staff.begin();
    handover.changed();
    draft.change(next);
  }

  function clear(): void {
    batch(() => {
      draft.clear();
      handover.forgetProblem();
      secrets.forget();
    });
    handover.end();
  }

  function hear({ messages, outgoing, draft: kept }: Thread, askedAt: number): void {
    staff.hear(messages);
    if (sending.peek() || taking) return;
    handover.hear(outgoing, askedAt);
    const theirs = kept === null ? nothing : { text: kept.text, encrypted: kept.encrypted };
    batch(() => {
      if (draft.adopt(theirs, askedAt)) staff.beganAs(kept);
    });
  }

  async function takeBack(ask: () => Promise<Draft | null>): Promise<boolean> {
    await draft.save();
    taking = true;
    const taken = await ask();
    taking = false;
    if (taken === null) return false;
    draft.setHeld({ text: taken.text, encrypted: taken.encrypted });
    change(joined(taken, content.peek()));
    handover.forgetProblem();
    return true;
  }

  return {
    ticketId,
    text,
    encrypted: computed(() => content.value.encrypted),
    saveState: draft.state,
    sending,
    problem: handover.problem,
    tooLong,
    tooLongToKeep: draft.tooLong,
    overtaken: staff.overtaken,
    suspicion: secrets.suspicion,
    type: (text) => change({ ...content.peek(), text }),
    setEncrypted: (encrypted) => change({ ...content.peek(), encrypted }),
    callNotSecret: secrets.callNotSecret,
    seeArrived() {
      staff.begin();
      draft.saveAgain();
    },
    flush: () => (sending.peek() ? Promise.resolve(true) : draft.save()),
    send: handover.send,
    hear,
    takeBack,
    forget() {
      draft.end();
      clear();
    },
  };
}

/** What was taken back, and below it what has been typed since, if that is not in it already. */
function joined(taken: Content, typed: Content): Content {
  const kept = typed.text === '' || taken.text.includes(typed.text) ? '' : `\n\n${typed.text}`;
  return { text: taken.text + kept, encrypted: taken.encrypted || (kept !== '' && typed.encrypted) };
}
