// Replies on their way, of all tickets, and what a person may do with each. The text stays in the program.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Output } from '../../electron/contract/calls.ts';
import type { Failure, Result } from '../../electron/contract/codes.ts';
import type { Draft, Outgoing } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

export type OutboxAction = 'sendAgain' | 'checkAgain' | 'discard' | 'reopenAndSend';

export type OutboxStore = {
  readonly value: ReadonlySignal<readonly Outgoing[] | null>;
  /** replies with an action under way, by id */
  readonly busy: ReadonlySignal<ReadonlySet<string>>;
  /** why an action on a reply failed, by id */
  readonly problems: ReadonlySignal<ReadonlyMap<string, Failure>>;
  act(action: OutboxAction, id: string): Promise<boolean>;
  /** Turns a reply into the draft again; null when that failed. */
  edit(id: string): Promise<Draft | null>;
  /** What was filled in for a refused new ticket; null when that failed. */
  ticket(id: string): Promise<Output<'outbox.editTicket'> | null>;
  /** The reply's text, to copy; null when that failed. */
  text(id: string): Promise<string | null>;
};

export function createOutbox(client: Client, changes: Changes): OutboxStore {
  const query = createQuery<Outgoing[]>(() => client.call('outbox.list', {}));
  const busy = signal<ReadonlySet<string>>(new Set());
  const problems = signal<ReadonlyMap<string, Failure>>(new Map());

  /** Runs one action per reply at a time; a second press while it runs does nothing. */
  async function once<T>(id: string, run: () => Promise<Result<T>>): Promise<T | undefined> {
    if (busy.value.has(id)) return undefined;
    busy.value = new Set([...busy.value, id]);
    const answer = await run();
    busy.value = new Set([...busy.value].filter((other) => other !== id));
    const next = new Map(problems.value);
    next.delete(id);
    if (!answer.ok) next.set(id, answer);
    problems.value = next;
    return answer.ok ? answer.value : undefined;
  }

  changes.watch(among('outbox', 'session'), query.ask);
  query.ask();
  return {
    value: query.value,
    busy,
    problems,
    async act(action, id) {
      const done = await once(id, () => client.call(`outbox.${action}`, { id }));
      return done !== undefined;
    },
    async edit(id) {
      return (await once(id, () => client.call('outbox.edit', { id }))) ?? null;
    },
    async ticket(id) {
      return (await once(id, () => client.call('outbox.editTicket', { id }))) ?? null;
    },
    async text(id) {
      return (await once(id, () => client.call('outbox.text', { id })))?.text ?? null;
    },
  };
}
