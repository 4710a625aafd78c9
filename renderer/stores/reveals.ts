// The encrypted messages of the open ticket: shown one by one when somebody asks, and masked again.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Block } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';

type Revealed = { readonly text: string; readonly blocks: readonly Block[] };

export type Reveals = {
  readonly revealed: ReadonlySignal<ReadonlyMap<string, Revealed>>;
  readonly revealing: ReadonlySignal<ReadonlySet<string>>;
  /** why an encrypted message could not be shown, by id */
  readonly unrevealed: ReadonlySignal<ReadonlyMap<string, Failure>>;
  reveal(messageId: string): Promise<void>;
  /** @param messageId undefined: all of them */
  mask(messageId?: string): void;
  /** The ticket is left: nothing stays shown, nor what was said of it. */
  forget(): void;
};

/** @param ticketId the open one */
export function createReveals(client: Client, ticketId: ReadonlySignal<string | null>): Reveals {
  const revealed = signal<ReadonlyMap<string, Revealed>>(new Map());
  const revealing = signal<ReadonlySet<string>>(new Set());
  const unrevealed = signal<ReadonlyMap<string, Failure>>(new Map());
  /** grows whenever everything is masked: what was asked for before that must not show up after it */
  let maskings = 0;

  async function reveal(messageId: string): Promise<void> {
    const asked = ticketId.peek();
    if (asked === null || revealing.peek().has(messageId)) return;
    const before = maskings;
    revealing.value = new Set([...revealing.peek(), messageId]);
    const answer = await client.call('message.reveal', { ticketId: asked, messageId });
    revealing.value = new Set([...revealing.peek()].filter((id) => id !== messageId));
    if (ticketId.peek() !== asked || maskings !== before) return;
    const problems = new Map(unrevealed.peek());
    problems.delete(messageId);
    if (answer.ok) revealed.value = new Map([...revealed.peek(), [messageId, answer.value]]);
    else problems.set(messageId, answer);
    unrevealed.value = problems;
  }

  function mask(messageId?: string): void {
    if (messageId === undefined) maskings += 1;
    if (revealed.peek().size === 0) return;
    const kept = [...revealed.peek()].filter(([id]) => messageId !== undefined && id !== messageId);
    revealed.value = new Map(kept);
  }

  return {
    revealed,
    revealing,
    unrevealed,
    reveal,
    mask,
    forget() {
      unrevealed.value = new Map();
      mask();
    },
  };
}
