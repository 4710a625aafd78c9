// Commands about what the user has chosen: kept in one file for all accounts, and told to those it concerns.
import { type Failure, failure, success } from '../../contract/codes.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import type { Changes } from '../changes.ts';
import { keepEncryptedAs } from '../keep-encrypted.ts';
import type { CacheStore, Ports } from '../ports.ts';
import { StoreError } from '../records.ts';
import { inOrder } from '../sync/interval.ts';

export function settingsCommands(desk: {
  readonly ports: Pick<Ports, 'settings'>;
  readonly changes: Pick<Changes, 'tell'>;
  readonly accounts: () => readonly Account[];
}): Pick<Handlers, 'settings.get' | 'settings.set'> {
  const { ports, changes, accounts } = desk;

  function settings(): Settings {
    const { accounts: _, ...chosen } = ports.settings.get();
    return chosen;
  }

  return {
    'settings.get': () => success(settings()),
    'settings.set': (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const chosen: Partial<Settings> = Object.fromEntries(given);
      ports.settings.set({ ...chosen, ...inOrder(settings(), chosen) });
      const { keepEncrypted } = chosen;
      const kept =
        keepEncrypted === undefined ? [] : accounts().map(({ cache }) => keep(cache, keepEncrypted));
      if (chosen.shortestPause !== undefined || chosen.longestPause !== undefined) {
        for (const { scheduler } of accounts()) scheduler.replan();
      }
      if (chosen.quietHours !== undefined) {
        for (const { announcer } of accounts()) announcer.quietHoursChanged();
      }
      changes.tell('settings');
      return kept.find((failed) => failed !== null) ?? success(settings());
    },
  };
}

/** A failure: it is done when the account is opened next; the other accounts have nothing to do with it. */
function keep(cache: CacheStore, keepEncrypted: boolean): Failure | null {
  try {
    keepEncryptedAs(cache, keepEncrypted);
    return null;
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return failure(cause.code);
  }
}
