import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '../../../electron/contract/codes.ts';
import type { Connection } from '../../../electron/contract/model.ts';
import { connectionOf } from '../../../electron/core/sync/connection.ts';

const seen: Omit<Connection, 'nextCheckAt'> = {
  state: 'up-to-date',
  checkedAt: 1,
  progress: null,
  problem: null,
};
const known = { seen, stuck: null, shut: null, signedOut: false, nextCheckAt: 2 };
const failed = (problem: Failure) => ({ ...seen, state: 'error' as const, problem });

describe('what is said of the way to HostUp', () => {
  it('is what the last look saw, where nothing else is wrong', () => {
    expect(connectionOf(known)).toEqual({ ...seen, nextCheckAt: 2 });
  });

  it('is that a reply could not be written down, even after a look that went well', () => {
    const stuck = failure('store_full');
    expect(connectionOf({ ...known, stuck })).toMatchObject({ state: 'error', problem: stuck });
  });

  it('is the pause that HostUp asked for, also with an error of its own', () => {
    const shut = failure('rate_limited');
    for (const before of [seen, failed(failure('server_error'))]) {
      expect(connectionOf({ ...known, seen: before, shut })).toMatchObject({
        state: 'paused',
        problem: shut,
      });
    }
  });

  it('is what a look met, where that is no matter of waiting', () => {
    const [shut, stuck] = [failure('rate_limited'), failure('store_full')];
    const before = { ...seen, state: 'offline' as const, problem: failure('offline') };
    expect(connectionOf({ ...known, seen: before, shut, stuck })).toMatchObject(before);
  });

  it('is "signed out" without a key, with the problem that is known', () => {
    const before = failed(failure('unauthorized'));
    expect(connectionOf({ ...known, seen: before, signedOut: true })).toMatchObject({
      state: 'signed-out',
      problem: { code: 'unauthorized' },
    });
  });
});
