// Commands about what the user has chosen: kept in one file for all accounts, and told to those it concerns.
import { success } from '../../contract/codes.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import type { Changes } from '../changes.ts';
import type { Ports } from '../ports.ts';
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
      for (const { cache, scheduler } of accounts()) {
        if (chosen.keepEncrypted !== undefined) cache.keepEncrypted(chosen.keepEncrypted);
        if (chosen.shortestPause !== undefined || chosen.longestPause !== undefined) scheduler.replan();
      }
      changes.tell('settings');
      return success(settings());
    },
  };
}
