// The key that an account uses and what HostUp lets it do with it. Without a key nothing is asked or sent.
import type { Failure } from '../contract/codes.ts';
import { bestEffort } from './best-effort.ts';
import type { CacheStore, Log } from './ports.ts';
import type { Secret } from './secret.ts';

export type Access = {
  /** null: signed out */
  key(): Secret | null;
  use(key: Secret | null): void;
  canWrite(): boolean;
  setCanWrite(canWrite: boolean): void;
  /** HostUp refused a request that was sent with this key. */
  keyRefused(key: Secret): void;
  /** A refusal that may concern the key; heard after the store has what came before it. */
  onRefused(reason: Failure): void;
};

type AccessParts = {
  readonly key: Secret | null;
  readonly cache: Pick<CacheStore, 'meta' | 'setMeta'>;
  readonly log: Log;
  readonly tell: (topic: 'session') => void;
  readonly onUnauthorized: (reason: Failure) => void;
};

/** What HostUp lets the key do is kept in the cache. */
export function createAccess({ key: first, cache, log, tell, onUnauthorized }: AccessParts): Access {
  let key = first;
  let refusedKey: Secret | null = null;
  let mayWrite = cache.meta('can-write') !== 'no';

  function setCanWrite(may: boolean): void {
    mayWrite = may;
    bestEffort(log, 'can-write', () => cache.setMeta('can-write', may ? 'yes' : 'no'));
    tell('session');
  }

  return {
    key: () => key,
    use(next) {
      key = next;
    },
    canWrite: () => mayWrite,
    setCanWrite,
    keyRefused(refused) {
      refusedKey = refused;
    },
    onRefused(reason) {
      // what took its time to be told may be said of a key that is no longer in use
      if (reason.code === 'unauthorized' && (key === null || key === refusedKey)) onUnauthorized(reason);
      if (reason.code === 'read_only_key') setCanWrite(false);
    },
  };
}
