// Whether an account keeps the texts of encrypted messages: as the user said last, also where it was not open when that
// was said. Going through all messages takes its time, so it is written down what was done.
import type { CacheStore } from './ports.ts';

/** where the cache keeps what was done last */
const doneMeta = 'keeps-encrypted';

/** Does what is not done yet. Throws StoreError. */
export function keepEncryptedAs(
  cache: Pick<CacheStore, 'transaction' | 'keepEncrypted' | 'meta' | 'setMeta'>,
  keep: boolean,
): void {
  if ((cache.meta(doneMeta) !== 'no') === keep) return;
  cache.transaction(() => {
    cache.keepEncrypted(keep);
    cache.setMeta(doneMeta, keep ? 'yes' : 'no');
  });
}
