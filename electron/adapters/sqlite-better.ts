// The driver of the real program: SQLite3 Multiple Ciphers with the SQLCipher scheme (AES-256, a checksum per page).
/// <reference path="./better-sqlite3.d.ts" />
import Native from 'better-sqlite3-multiple-ciphers';
import { type OpenDatabase, readCutFiles } from './sqlite-driver.ts';
import { rawKey } from './sqlite-key.ts';
import { fromNative } from './sqlite-native.ts';

/** SQLite3 Multiple Ciphers; throws what the library throws. */
export const openBetter: OpenDatabase = (path, key, options = {}) => {
  const native = new Native(path);
  try {
    // a raw key needs no derivation, so opening costs no iterations
    native.pragma(`cipher = 'sqlcipher'`);
    if (options.lenient) native.pragma('hmac_check = 0');
    if (key !== null) native.pragma(`key = "x'${rawKey(key)}'"`);
    if (options.lenient) {
      // takes back a protection of the driver that would ignore the next setting
      native.unsafeMode(true);
      native.pragma(readCutFiles);
    }
  } catch (cause) {
    native.close();
    throw cause;
  }
  return fromNative(native, () => void native.close());
};
