// The reply being written to one ticket: kept as a draft while it is typed, sent once, and emptied only after the
// program said that the reply is durable. Knows no view and no other ticket.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Draft, Thread } from '../../electron/contract/model.ts';
import { createAttempt } from './attempt.ts';
import { createOvertaken } from './overtaken.ts';
import {
  type Content,
  createReplyDraft,
  nothing,
  type ReplyDraftParts,
  type SaveState,
  same,
} from './reply-draft.ts';
import { createSecretWatch } from './secret-watch.ts';
import type { Suspicion } from './suspicion.ts';

export type Composer = {
  readonly ticketId: string;
  readonly text: ReadonlySignal<string>;
  readonly encrypted: ReadonlySignal<boolean>;
  readonly saveState: ReadonlySignal<SaveState>;
  readonly sending: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Failure | null>;
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
  /** Hands the reply over; true when it is durable and the composer is empty again. */
  send(reopen: boolean): Promise<boolean>;
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

export type ComposerParts = ReplyDraftParts & { readonly newId: () => string };

export function createComposer(ticketId: string, parts: ComposerParts): Composer {
  const { client } = parts;
  const draft = createReplyDraft(ticketId, parts, () => staff.seenUpTo());
  const attempt = createAttempt(parts.newId, parts.order);
  const { content } = draft;
  const sending = signal(false);
  const problem = signal<Failure | null>(null);
  const text = computed(() => content.value.text);
  const tooLong = computed(() => text.value.length > limits.text);
  const secrets = createSecretWatch(() => (content.value.encrypted ? null : text.value));
  const staff = createOvertaken(text);
  /** while a reply is taken back, the program's draft is news that is on its way here by another road */
  let taking = false;

  function change(next: Content): void {
    if (content.peek().text === '' && next.text !== '') staff.begin();
    attempt.changed();
    draft.change(next);
  }

  function clear(): void {
    batch(() => {
      draft.clear();
      problem.value = null;
      secrets.forget();
    });
    attempt.end();
  }

  /**
   * The program answers for an id only once: a text changed since that hand-over is a new reply.
   * @param handedOver null: another text than what is written here
   */
  function settle(handedOver: Content | null): void {
    if (handedOver !== null && same(content.peek(), handedOver)) {
      clear();
      return;
    }
    attempt.end();
    draft.setHeld(nothing);
    draft.saveSoon(0);
  }

  async function send(reopen: boolean): Promise<boolean> {
    const mine = content.peek();
    if (sending.peek() || mine.text.trim() === '' || tooLong.peek()) return false;
    draft.holdBack();
    const { id, changed } = attempt.begin(mine);
    batch(() => {
      sending.value = true;
      problem.value = null;
    });
    const replaces = draft.held().text;
    const answer = await client.call('reply.send', { id, ticketId, ...mine, reopen, replaces });
    sending.value = false;
    if (answer.ok) {
      const older = changed && answer.value.older;
      settle(older ? null : mine);
      return !older;
    }
    problem.value = answer;
    attempt.failed(answer.code === 'disconnected');
    if (!same(content.peek(), draft.held())) draft.saveSoon();
    return false;
  }

  function hear({ messages, outgoing, draft: kept }: Thread, askedAt: number): void {
    staff.hear(messages);
    if (sending.peek() || taking) return;
    const arrived = attempt.resolve(outgoing, askedAt);
    if (arrived !== null) settle(arrived);
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
    const typed = content.peek();
    const kept = typed.text === '' || taken.text.includes(typed.text) ? '' : `\n\n${typed.text}`;
    draft.setHeld({ text: taken.text, encrypted: taken.encrypted });
    change({ text: taken.text + kept, encrypted: taken.encrypted || (kept !== '' && typed.encrypted) });
    problem.value = null;
    return true;
  }

  return {
    ticketId,
    text,
    encrypted: computed(() => content.value.encrypted),
    saveState: draft.state,
    sending,
    problem,
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
    send,
    hear,
    takeBack,
    forget() {
      draft.end();
      clear();
    },
  };
}
