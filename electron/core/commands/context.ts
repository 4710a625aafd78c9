// What every command may use. `account()` is null until someone is signed in.
import { failure, type Result } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import type { Changes } from '../changes.ts';
import type { Ports } from '../ports.ts';

export type Context = {
  readonly ports: Ports;
  readonly changes: Changes;
  readonly account: () => Account | null;
  /** what it is called in documents; null where it need not be told from others */
  readonly toldName: () => string | null;
};

/** Runs work with the account, or answers that nobody is signed in. */
export const withAccountOf =
  ({ account }: Context) =>
  <T>(work: (account: Account) => Result<T> | Promise<Result<T>>): Result<T> | Promise<Result<T>> => {
    const found = account();
    return found ? work(found) : failure('no_key');
  };
