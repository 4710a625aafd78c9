// The shape of a database key. It is put into a PRAGMA, so nothing else than hex digits may get through.
import type { Secret } from '../core/secret.ts';

const shape = /^[0-9a-f]{64}$/i;

/** Whether the text is 256 bits as 64 hex digits. */
export function isRawKey(key: Secret): boolean {
  return shape.test(key.reveal());
}

/** The key as hex digits; throws a TypeError for anything else. */
export function rawKey(key: Secret): string {
  if (!isRawKey(key)) throw new TypeError('a database key is 64 hex digits');
  return key.reveal();
}
