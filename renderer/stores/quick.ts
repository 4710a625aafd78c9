// Which ticket the quick-reply window shows, and the others that need the user.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { TicketRow } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

const most = 50;

export type QuickStore = {
  /** null until known, or when no ticket needs the user */
  readonly ticketId: ReadonlySignal<string | null>;
  readonly loaded: ReadonlySignal<boolean>;
  readonly needing: ReadonlySignal<readonly TicketRow[]>;
  start(asked: string | null): Promise<void>;
  show(ticketId: string): void;
  /** The next (1) or previous (-1) ticket that needs the user, round and round; null when there is no other. */
  step(by: 1 | -1): string | null;
};

export function createQuick(client: Client, changes: Changes): QuickStore {
  const ticketId = signal<string | null>(null);
  const loaded = signal(false);
  const list = createQuery(() => client.call('tickets.list', { view: 'needs-you', offset: 0, limit: most }));
  const needing = computed(() => list.value.value?.rows ?? []);
  let started = false;
  changes.watch(among('tickets', 'session'), () => {
    if (started) void list.ask();
  });
  return {
    ticketId,
    loaded,
    needing,
    async start(asked) {
      started = true;
      void list.ask();
      if (asked === null) {
        const answer = await client.call('quick.get', {});
        if (answer.ok && ticketId.peek() === null) ticketId.value = answer.value.ticketId;
      } else ticketId.value = asked;
      loaded.value = true;
    },
    show(next) {
      ticketId.value = next;
    },
    step(by) {
      const rows = needing.peek();
      if (rows.length === 0) return null;
      const at = rows.findIndex((row) => row.id === ticketId.peek());
      const from = at === -1 && by === -1 ? 0 : at;
      const next = rows[(from + by + rows.length) % rows.length];
      return next === undefined || next.id === ticketId.peek() ? null : next.id;
    },
  };
}
