// A keychain that lasts as long as a test.
import { failure, success } from '../../electron/contract/codes.ts';
import type { Keychain } from '../../electron/core/ports.ts';
import type { Secret } from '../../electron/core/secret.ts';

export type MemoryKeychain = Keychain & {
  /** 'locked' reads as 'none', as a locked keyring does; 'unavailable' is a machine without a keychain */
  set(state: 'open' | 'locked' | 'unavailable'): void;
  entries(): string[];
};

export function memoryKeychain(): MemoryKeychain {
  const kept = new Map<string, Secret>();
  let state: 'open' | 'locked' | 'unavailable' = 'open';
  const refusal = () => failure(state === 'locked' ? 'keychain_locked' : 'keychain_missing');
  return {
    async read(entry) {
      if (state === 'unavailable') return { state };
      const secret = state === 'open' ? kept.get(entry) : undefined;
      return secret === undefined ? { state: 'none' } : { state: 'found', secret };
    },
    async write(entry, secret) {
      if (state !== 'open') return refusal();
      kept.set(entry, secret);
      return success(null);
    },
    async remove(entry) {
      if (state !== 'open') return refusal();
      kept.delete(entry);
      return success(null);
    },
    set(next) {
      state = next;
    },
    entries: () => [...kept.keys()],
  };
}
