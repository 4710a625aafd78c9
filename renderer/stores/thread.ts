// One conversation: its latest state, what is new in this visit, and what was revealed and must be masked again.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Block, Thread } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Changes } from './changes.ts';
import { createQuery, type Query } from './query.ts';

const firstLimit = 100;
const maxLimit = 2_000;

export type Revealed = { readonly text: string; readonly blocks: readonly Block[] };

export type ThreadStore = {
  readonly ticketId: ReadonlySignal<string | null>;
  readonly value: ReadonlySignal<Thread | null>;
  /** why the conversation cannot be shown at all */
  readonly problem: ReadonlySignal<Failure | null>;
  /** why it could not be read from HostUp; the cached copy stays */
  readonly stale: ReadonlySignal<Failure | null>;
  /** why the last verb failed */
  readonly refused: ReadonlySignal<Failure | null>;
  /** messages that were unread at some time of this visit; they keep their mark until the ticket is left */
  readonly fresh: ReadonlySignal<ReadonlySet<string>>;
  readonly revealed: ReadonlySignal<ReadonlyMap<string, Revealed>>;
  readonly revealing: ReadonlySignal<ReadonlySet<string>>;
  /** why an encrypted message could not be shown, by id */
  readonly unrevealed: ReadonlySignal<ReadonlyMap<string, Failure>>;
  readonly acting: ReadonlySignal<boolean>;
  open(ticketId: string | null): void;
  /** Asks for older messages too. */
  earlier(): Promise<void>;
  /** Tells the program that everything shown has been seen; once per newest message. */
  markRead(): void;
  reveal(messageId: string): Promise<void>;
  mask(messageId?: string): void;
  close(): Promise<boolean>;
  reopen(): Promise<boolean>;
};

type Visit = { readonly id: string; readonly query: Query<Thread>; limit: number; readUpTo: string | null };

/**
 * @param order a number that grows with each call, to tell which answer was asked for first
 * @param heard learns every answer, with the order of its question
 */
export function createThread(
  client: Client,
  changes: Changes,
  order: () => number,
  heard: (thread: Thread, askedAt: number) => void,
): ThreadStore {
  const visit = signal<Visit | null>(null);
  const stale = signal<Failure | null>(null);
  const refused = signal<Failure | null>(null);
  const fresh = signal<ReadonlySet<string>>(new Set());
  const revealed = signal<ReadonlyMap<string, Revealed>>(new Map());
  const revealing = signal<ReadonlySet<string>>(new Set());
  const unrevealed = signal<ReadonlyMap<string, Failure>>(new Map());
  const acting = signal(false);
  /** grows whenever everything is masked: what was asked for before that must not show up after it */
  let maskings = 0;
  const value = computed(() => visit.value?.query.value.value ?? null);

  function startVisit(id: string): Visit {
    const next: Visit = { id, limit: firstLimit, readUpTo: null, query: createQuery<Thread>(question) };
    async function question() {
      const askedAt = order();
      const answer = await client.call('thread.get', { ticketId: id, limit: next.limit });
      if (answer.ok) heard(answer.value, askedAt);
      return answer;
    }
    return next;
  }

  effect(() => {
    const thread = value.value;
    if (thread === null) return;
    const known = fresh.peek();
    const unread = thread.messages.filter((message) => message.unread && !known.has(message.id));
    if (unread.length > 0) fresh.value = new Set([...known, ...unread.map((message) => message.id)]);
  });

  changes.watch(
    (topic) => topic === `ticket:${visit.peek()?.id}` || topic === 'outbox' || topic === 'session',
    () => void visit.peek()?.query.ask(),
  );

  async function act(name: 'ticket.close' | 'ticket.reopen'): Promise<boolean> {
    const ticketId = visit.peek()?.id;
    if (ticketId === undefined || acting.peek()) return false;
    acting.value = true;
    refused.value = null;
    const answer = await client.call(name, { ticketId });
    acting.value = false;
    if (visit.peek()?.id === ticketId) refused.value = answer.ok ? null : answer;
    return answer.ok;
  }

  function mask(messageId?: string): void {
    if (messageId === undefined) maskings += 1;
    if (revealed.peek().size === 0) return;
    const kept = [...revealed.peek()].filter(([id]) => messageId !== undefined && id !== messageId);
    revealed.value = new Map(kept);
  }

  return {
    ticketId: computed(() => visit.value?.id ?? null),
    value,
    problem: computed(() => visit.value?.query.problem.value ?? null),
    stale,
    refused,
    fresh,
    revealed,
    revealing,
    unrevealed,
    acting,
    open(ticketId) {
      if (ticketId === (visit.peek()?.id ?? null)) return;
      batch(() => {
        visit.value = ticketId === null ? null : startVisit(ticketId);
        fresh.value = new Set();
        stale.value = null;
        refused.value = null;
        unrevealed.value = new Map();
        mask();
      });
      if (ticketId === null) return;
      void visit.peek()?.query.ask();
      void client.call('thread.open', { ticketId }).then((answer) => {
        if (visit.peek()?.id === ticketId && !answer.ok) stale.value = answer;
      });
    },
    async earlier() {
      const current = visit.peek();
      if (current === null) return;
      current.limit = Math.min(maxLimit, current.limit * 2);
      await current.query.ask();
    },
    markRead() {
      const current = visit.peek();
      const last = value.peek()?.messages.at(-1);
      if (current === null || last === undefined || current.readUpTo === last.id) return;
      current.readUpTo = last.id;
      void client.call('thread.markRead', { ticketId: current.id, upTo: last.id });
    },
    async reveal(messageId) {
      const ticketId = visit.peek()?.id;
      if (ticketId === undefined) return;
      if (revealing.peek().has(messageId)) return;
      const before = maskings;
      revealing.value = new Set([...revealing.peek(), messageId]);
      const answer = await client.call('message.reveal', { ticketId, messageId });
      revealing.value = new Set([...revealing.peek()].filter((id) => id !== messageId));
      if (visit.peek()?.id !== ticketId || maskings !== before) return;
      const problems = new Map(unrevealed.peek());
      problems.delete(messageId);
      if (answer.ok) revealed.value = new Map([...revealed.peek(), [messageId, answer.value]]);
      else problems.set(messageId, answer);
      unrevealed.value = problems;
    },
    mask,
    close: () => act('ticket.close'),
    reopen: () => act('ticket.reopen'),
  };
}
