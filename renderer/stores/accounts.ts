// The accounts of this program: which there are, which one the list is narrowed to, how each stands with HostUp, and
// the verbs for one of them. Never holds a key.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Account } from '../../electron/contract/account.ts';
import type { Input } from '../../electron/contract/calls.ts';
import type { Failure, Result } from '../../electron/contract/codes.ts';
import type { Connection, Counts, Session } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';
import type { SessionStore } from './session.ts';

export type AccountsStore = {
  /** in the user's order */
  readonly list: ReadonlySignal<readonly Account[]>;
  /** there is more than one, so that it matters which */
  readonly several: ReadonlySignal<boolean>;
  /** the one that the list is narrowed to; null: all */
  readonly chosen: ReadonlySignal<string | null>;
  /** the one that was asked for last, also while it is not known yet */
  readonly wished: ReadonlySignal<string | null>;
  /** how each stands with HostUp, by id; empty while there is only one */
  readonly connections: ReadonlySignal<ReadonlyMap<string, Connection>>;
  /** the one that the open dialog is about; null: all, or none yet */
  readonly asked: ReadonlySignal<string | null>;
  of(id: string): Account | undefined;
  choose(id: string | null): void;
  askAbout(id: string | null): void;
  /** Each answers why not; null: done. */
  add(apiKey: string, name: string): Promise<Failure | null>;
  change(id: string, change: AccountChange): Promise<Failure | null>;
  signOut(id: string): Promise<Failure | null>;
  countsOf(id: string): Promise<Counts | null>;
};

type AccountChange = Omit<Input<'account.change'>, 'accountId'>;

/** While these last the accounts are not all known, so that a missing one has not gone. */
const unsettled: readonly Session['state'][] = ['starting', 'connecting'];

/** @param gone learns of each account that was here and is no more */
export function createAccounts(
  client: Client,
  changes: Changes,
  session: SessionStore,
  gone: (id: string, left: number) => void,
): AccountsStore {
  const list = computed<readonly Account[]>(() => session.value.value?.accounts ?? []);
  const several = computed(() => list.value.length > 1);
  const has = (id: string | null) => list.value.some((account) => account.id === id);
  const wished = signal<string | null>(null);
  const chosen = computed(() => (several.value && has(wished.value) ? wished.value : null));
  const asked = signal<string | null>(null);
  const ids = computed(() => list.value.map(({ id }) => id).join('\n'));

  const connections = createQuery<ReadonlyMap<string, Connection>>(() =>
    several.peek() ? askConnections() : null,
  );
  async function askConnections(): Promise<Result<ReadonlyMap<string, Connection>>> {
    const found = new Map<string, Connection>();
    for (const { id } of list.peek()) {
      const answer = await client.call('connection.get', { account: id });
      if (answer.ok) found.set(id, answer.value);
    }
    return { ok: true, value: found };
  }

  let known: readonly string[] = [];
  effect(() => {
    const state = session.value.value?.state ?? 'starting';
    const now = ids.value === '' ? [] : ids.value.split('\n');
    if (unsettled.includes(state)) return;
    const lost = known.filter((id) => !now.includes(id));
    known = now;
    for (const id of lost) gone(id, now.length);
  });
  effect(() => {
    void ids.value;
    void connections.ask();
  });
  changes.watch(among('connection', 'session'), connections.ask);

  function settle(answer: Result<Session>): Failure | null {
    if (!answer.ok) return answer;
    session.put(answer.value);
    return null;
  }

  return {
    list,
    several,
    chosen,
    wished,
    connections: computed(() => (several.value ? connections.value.value : null) ?? new Map()),
    asked,
    of: (id) => list.value.find((account) => account.id === id),
    choose(id) {
      wished.value = id;
    },
    askAbout(id) {
      asked.value = id;
    },
    add: async (apiKey, name) => settle(await client.call('account.add', { apiKey, name })),
    change: async (id, change) => settle(await client.call('account.change', { accountId: id, ...change })),
    signOut: async (id) => settle(await client.call('account.signOut', { accountId: id })),
    async countsOf(id) {
      const answer = await client.call('tickets.counts', { account: id });
      return answer.ok ? answer.value : null;
    },
  };
}
