// How an account stands, in words and as a sign.
import type { Account } from '../../../electron/contract/account.ts';
import type { Session } from '../../../electron/contract/model.ts';
import type { ConnectionState } from '../../stores/connection.ts';
import type { Stores } from '../../stores/stores.ts';
import type { IconName } from '../../ui/icon.tsx';
import { nameOfAccount } from './account-name.ts';

/** What keeps an account from working as it should. */
export type Trouble = 'signed-out' | 'keychain-locked' | 'offline' | 'error' | 'paused' | 'read-only';

/** How it goes with HostUp: its own where there are several, else that of the whole. */
export function connectionStateOf({ accounts, connection }: Stores, id: string): ConnectionState {
  const whole = connection.state.value;
  if (whole === 'disconnected' || !accounts.several.value) return whole;
  return accounts.connections.value.get(id)?.state ?? 'starting';
}

/** Whether what is to be fetched for an account may come any moment. */
export function isReached(stores: Stores, id: string): boolean {
  const state = connectionStateOf(stores, id);
  return state === 'up-to-date' || state === 'syncing' || state === 'starting';
}

/** How an account stands; where it is not known, or not chosen, the whole. */
export const standingOf = ({ accounts, session }: Stores, id: string | null): Account | Session | null =>
  (id === null ? undefined : accounts.of(id)) ?? session.value.value;

/** @returns null: all is well, or not known yet */
export function troubleOf(stores: Stores, { id, state, canWrite }: Account): Trouble | null {
  if (state === 'signed-out' || state === 'keychain-locked') return state;
  const link = connectionStateOf(stores, id);
  if (link === 'offline' || link === 'error' || link === 'paused') return link;
  return state === 'signed-in' && !canWrite ? 'read-only' : null;
}

/** Whether all accounts have this trouble, so that it need not be told of each. */
export const isShared = (stores: Stores, trouble: string): boolean =>
  stores.accounts.list.value.every((account) => troubleOf(stores, account) === trouble);

export const signOf: Readonly<Record<Trouble, IconName>> = {
  'signed-out': 'key',
  'keychain-locked': 'lock',
  offline: 'unlink',
  error: 'alert',
  paused: 'clock',
  'read-only': 'eye',
};

/** Signed in or not; of one that is, how it goes with HostUp. */
export function stateInWords(stores: Stores, account: Account): string {
  const { text } = stores.words.value;
  if (account.state !== 'signed-in') return text.accounts.states[account.state];
  const link = connectionStateOf(stores, account.id);
  const words = link === 'up-to-date' ? text.accounts.states['signed-in'] : text.connectionStates[link];
  return account.canWrite ? words : `${words} · ${text.readOnly}`;
}

/** Why nothing can be written through this account; undefined: it can be. */
export function whyNotWritable(stores: Stores, id: string): string | undefined {
  const { text } = stores.words.value;
  const account = stores.accounts.of(id);
  if (account === undefined) return undefined;
  if (account.state === 'signed-out') return text.accounts.isSignedOut(nameOfAccount(stores, id), 1);
  if (account.state === 'keychain-locked') return text.accounts.isLocked(nameOfAccount(stores, id));
  return account.canWrite ? undefined : text.readOnlySays;
}

/** What is written for it waits until there is a key again. */
export const isSignedOut = ({ accounts, session }: Stores, id: string): boolean =>
  (accounts.of(id) ?? session.value.value)?.state === 'signed-out';

/** Why HostUp cannot be asked now, for any account; undefined: it can be. */
export function whyNotChecked(stores: Stores): string | undefined {
  const { text } = stores.words.value;
  if (stores.session.value.value?.state === 'signed-out') return text.checkSignedOut;
  // whom HostUp has asked for a pause is not asked before it ends, whoever presses
  const paused = stores.connection.state.value === 'paused' && isShared(stores, 'paused');
  return paused ? text.checkPaused : undefined;
}

/** Whether the key of this account may change tickets at HostUp. */
export const mayWrite = (stores: Stores, id: string): boolean => standingOf(stores, id)?.canWrite === true;
