// One conversation: its latest state, what is new in this visit, and what can be done with it.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Thread } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import type { Changes } from './changes.ts';
import { createQuery, type Query } from './query.ts';
import { createReveals, type Reveals } from './reveals.ts';
import { createTicketStatus, type TicketStatus } from './ticket-status.ts';

const firstLimit = 100;
const maxLimit = 2_000;

export type ThreadStore = Omit<Reveals, 'forget'> &
  Omit<TicketStatus, 'forget'> & {
    readonly ticketId: ReadonlySignal<string | null>;
    readonly value: ReadonlySignal<Thread | null>;
    /** why the conversation cannot be shown at all */
    readonly problem: ReadonlySignal<Failure | null>;
    /** why it could not be read from HostUp; the cached copy stays */
    readonly stale: ReadonlySignal<Failure | null>;
    /** messages that were unread at some time of this visit; they keep their mark until the ticket is left */
    readonly fresh: ReadonlySignal<ReadonlySet<string>>;
    open(ticketId: string | null): void;
    /** Asks for older messages too. */
    earlier(): Promise<void>;
    /** Tells the program that everything shown has been seen; once per newest message. */
    markRead(): void;
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
  const ticketId = computed(() => visit.value?.id ?? null);
  const value = computed(() => visit.value?.query.value.value ?? null);
  const stale = signal<Failure | null>(null);
  const fresh = signal<ReadonlySet<string>>(new Set());
  const { forget: forgetReveals, ...reveals } = createReveals(client, ticketId);
  const { forget: forgetRefusal, ...status } = createTicketStatus(client, ticketId);

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

  function open(id: string | null): void {
    if (id === ticketId.peek()) return;
    batch(() => {
      visit.value = id === null ? null : startVisit(id);
      fresh.value = new Set();
      stale.value = null;
      forgetRefusal();
      forgetReveals();
    });
    if (id === null) return;
    void visit.peek()?.query.ask();
    void client.call('thread.open', { ticketId: id }).then((answer) => {
      if (ticketId.peek() === id && !answer.ok) stale.value = answer;
    });
  }

  return {
    ...reveals,
    ...status,
    ticketId,
    value,
    problem: computed(() => visit.value?.query.problem.value ?? null),
    stale,
    fresh,
    open,
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
  };
}
