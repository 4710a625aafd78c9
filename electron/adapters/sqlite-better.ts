// The driver of the real program: SQLite3 Multiple Ciphers with the SQLCipher scheme (AES-256, a checksum per page).
/// <reference path="./better-sqlite3.d.ts" />
import Native from 'better-sqlite3-multiple-ciphers';
import type { Secret } from '../core/secret.ts';
import type { OpenDatabase } from './sqlite-driver.ts';
import { rawKey } from './sqlite-key.ts';
import { fromNative } from './sqlite-native.ts';

export const openBetter: OpenDatabase = (path, key, options = {}) => {
  const native = new Native(path);
  try {
    if (key !== null) unlock(native, key, options.lenient === true);
  } catch (cause) {
    native.close();
    throw cause;
  }
  return fromNative(native, () => void native.close());
};

/** A raw key needs no derivation, so opening costs no iterations. */
function unlock(native: Native, key: Secret, lenient: boolean): void {
  native.pragma(`cipher='sqlcipher'`);
  if (lenient) native.pragma('hmac_check=0');
  native.pragma(`key="x'${rawKey(key)}'"`);
}
