// The unfinished files of an account that is not open: what its databases say of them, as far as these can be read.
import type { Log, OpenStores } from '../ports.ts';
import { StoreError } from '../records.ts';
import type { Vault } from '../vault.ts';
import { keptIn, readKept } from './kept.ts';

type LeftParts = {
  readonly vault: Pick<Vault, 'databaseKey'>;
  readonly stores: OpenStores;
  readonly log: Log;
};

/** Where they lie. To be asked while the key of the databases is still there. */
export async function leftDownloads(accountId: string, { vault, stores, log }: LeftParts): Promise<string[]> {
  if (!stores.exists(accountId)) return [];
  const key = await vault.databaseKey(accountId);
  const opened = key.ok ? stores.open(accountId, key.value) : key;
  if (!opened.ok) return [];
  const { cache, outbox } = opened.value;
  try {
    return readKept(cache.meta(keptIn)).map(({ path }) => path);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    log.error('downloads-left', cause);
    return [];
  } finally {
    cache.close();
    outbox.close();
  }
}
