// Both drivers, on disk and in memory, keep the contract of the stores.
import { onTestFinished } from 'vitest';
import { createStores } from '../../electron/adapters/stores.ts';
import type { Secret } from '../../electron/core/secret.ts';
import { storesContract } from '../contracts/stores.ts';
import { aKey, drivers, temporaryFolder } from '../fakes/account.ts';

for (const [name, open] of drivers) {
  const places: [string, Secret | null][] = [
    ['on disk', aKey],
    ['in memory', null],
  ];
  for (const [place, key] of places) {
    storesContract(`${name} ${place}`, () => {
      const stores = createStores({ folder: temporaryFolder(), open });
      const opened = stores.open('acc', key);
      if (!opened.ok) throw new Error(opened.code);
      onTestFinished(() => {
        opened.value.cache.close();
        opened.value.outbox.close();
      });
      return opened.value;
    });
  }
}
