// Who is signed in, where the key lives, and the verbs of signing in and out. Never holds a key itself.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Input } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Session } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery, type Query } from './query.ts';

export type SessionStore = Pick<Query<Session>, 'value' | 'problem' | 'put'> & {
  /** true while a verb of this store waits for its answer */
  readonly busy: ReadonlySignal<boolean>;
  /** why the last verb failed, and which one; null after a success or a new try */
  readonly refused: ReadonlySignal<Refusal | null>;
  /** @param accountId whose new key it is; left out: the first one's */
  connect(apiKey: string, accountId?: string): Promise<boolean>;
  demo(): Promise<boolean>;
  signOut(): Promise<boolean>;
  retryKeychain(): Promise<boolean>;
  /** What was refused of one account says nothing about another. */
  forgetRefusal(): void;
  dismissWarnings(): void;
};

export type Refusal = { readonly call: SessionCall; readonly failure: Failure };
type SessionCall = 'session.connect' | 'session.demo' | 'session.signOut' | 'session.retryKeychain';

export function createSession(client: Client, changes: Changes): SessionStore {
  const query = createQuery<Session>(() => client.call('session.get', {}));
  const busy = signal(false);
  const refused = signal<Refusal | null>(null);

  async function act<N extends SessionCall>(name: N, input: Input<N>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    refused.value = null;
    const answer = await client.call<SessionCall>(name, input);
    busy.value = false;
    if (answer.ok) query.put(answer.value);
    else refused.value = { call: name, failure: answer };
    return answer.ok;
  }

  changes.watch(among('session'), query.ask);
  query.ask();
  return {
    value: query.value,
    problem: query.problem,
    put: query.put,
    busy,
    refused,
    connect: (apiKey, accountId) =>
      act('session.connect', { apiKey, ...(accountId === undefined ? {} : { accountId }) }),
    demo: () => act('session.demo', {}),
    signOut: () => act('session.signOut', {}),
    retryKeychain: () => act('session.retryKeychain', {}),
    forgetRefusal() {
      refused.value = null;
    },
    dismissWarnings() {
      void client.call('session.dismissWarnings', {}).then(() => query.ask());
    },
  };
}
