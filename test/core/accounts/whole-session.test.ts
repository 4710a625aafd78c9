import { describe, expect, it } from 'vitest';
import type { Account as AccountState } from '../../../electron/contract/account.ts';
import { failure } from '../../../electron/contract/codes.ts';
import { wholeSession } from '../../../electron/core/accounts/whole-session.ts';

const program = { version: '1', platform: 'linux' as const };
const quiet = { underway: null, missing: null };
const locked = failure('keychain_locked');

function slot(state: AccountState['state'], more: Partial<AccountState> = {}) {
  const said: AccountState = {
    id: state,
    name: '',
    colour: 'blue',
    state,
    canWrite: true,
    keyIn: 'keychain',
    durable: true,
    problem: null,
    ...more,
  };
  const account = () => (state === 'signed-in' ? ({} as never) : null);
  return { demo: false, account, describe: () => said, warnings: () => [] };
}

describe('the session of several accounts', () => {
  it('is signed in as long as one account is, and keeps the trouble of the others to them', () => {
    const told = wholeSession(
      [slot('keychain-locked', { problem: locked }), slot('signed-in')],
      quiet,
      program,
    );
    expect(told).toMatchObject({ state: 'signed-in', problem: null, durable: true });
    expect(told.accounts[0]?.problem).toEqual(locked);
  });

  it('says what keeps all of them shut', () => {
    const told = wholeSession(
      [slot('signed-out'), slot('keychain-locked', { problem: locked })],
      quiet,
      program,
    );
    expect(told).toMatchObject({ state: 'keychain-locked', problem: locked, durable: false });
  });

  it('may write as long as one of those that are open may', () => {
    const readOnly = slot('signed-in', { canWrite: false });
    expect(wholeSession([readOnly, slot('signed-in')], quiet, program).canWrite).toBe(true);
    expect(wholeSession([readOnly, slot('signed-out')], quiet, program).canWrite).toBe(false);
  });
});

describe('the session without an account', () => {
  it('is the first run, with why a key would not be kept', () => {
    const missing = failure('keychain_missing');
    const told = wholeSession([], { underway: null, missing }, program);
    expect(told).toMatchObject({ state: 'first-run', problem: missing, keyIn: 'none', durable: false });
  });

  it('is what is under way', () => {
    expect(wholeSession([], { underway: 'connecting', missing: null }, program).state).toBe('connecting');
  });
});
