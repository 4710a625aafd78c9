// Hands the reply being written over to the program: once, also where an answer was lost, and emptied only after the
// program said that it is durable.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { createAttempt, type OnItsWay } from './attempt.ts';
import { type Content, nothing, same } from './reply-content.ts';
import type { ReplyDraft } from './reply-draft.ts';

export type ReplyHandover = {
  readonly sending: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Failure | null>;
  /** Hands the reply over; true when it is durable and the composer is empty again. */
  send(reopen: boolean): Promise<boolean>;
  /** The text changes. */
  changed(): void;
  /** What the program has on its way, asked for at that order: a hand-over whose answer was lost may be among it. */
  hear(outgoing: readonly OnItsWay[], askedAt: number): void;
  /** What went wrong is over. */
  forgetProblem(): void;
  /** What is written next is another reply. */
  end(): void;
};

type Parts = {
  readonly client: Client;
  readonly ticketId: string;
  readonly draft: ReplyDraft;
  readonly newId: () => string;
  /** a number that grows with each call */
  readonly order: () => number;
  /** what is written may be sent */
  readonly maySend: () => boolean;
  /** Empties the composer. */
  readonly clear: () => void;
};

export function createReplyHandover(parts: Parts): ReplyHandover {
  const { client, ticketId, draft, maySend, clear } = parts;
  const attempt = createAttempt(parts.newId, parts.order);
  const sending = signal(false);
  const problem = signal<Failure | null>(null);

  /**
   * The program answers for an id only once: a text changed since that hand-over is a new reply.
   * @param handedOver null: another text than what is written here
   */
  function settle(handedOver: Content | null): void {
    if (handedOver !== null && same(draft.content.peek(), handedOver)) {
      clear();
      return;
    }
    attempt.end();
    draft.setHeld(nothing);
    draft.saveSoon(0);
  }

  async function send(reopen: boolean): Promise<boolean> {
    const mine = draft.content.peek();
    if (sending.peek() || !maySend()) return false;
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
    if (!same(draft.content.peek(), draft.held())) draft.saveSoon();
    return false;
  }

  return {
    sending,
    problem,
    send,
    changed: attempt.changed,
    hear(outgoing, askedAt) {
      const arrived = attempt.resolve(outgoing, askedAt);
      if (arrived !== null) settle(arrived);
    },
    forgetProblem() {
      problem.value = null;
    },
    end: attempt.end,
  };
}
