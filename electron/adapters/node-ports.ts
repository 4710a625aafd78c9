// The ports that every shell fills in the same way. What is left to the shell: notifications, windows and the demo.
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Log, Ports } from '../core/ports.ts';
import { Secret } from '../core/secret.ts';
import { trustSystemAuthorities } from './authorities.ts';
import { systemClock } from './clock.ts';
import type { Environment } from './environment.ts';
import { createHttp } from './http.ts';
import type { RouteOptions } from './http-routes.ts';
import { loadKeytar, systemKeychain } from './keychain.ts';
import { openSettings, type StoreClass } from './settings.ts';
import type { OpenDatabase } from './sqlite-driver.ts';
import { createStores } from './stores.ts';

export type Given = Pick<Ports, 'version' | 'platform' | 'systemLanguage' | 'startInDemo'> & {
  /** the data folder; it exists */
  readonly folder: string;
  readonly environment: Environment;
  readonly log: Log;
  /** the SQLite driver that this runtime can load */
  readonly openDatabase: OpenDatabase;
  /** a message body as plain text, for the search index; the core's own reading of bodies */
  readonly plain: (body: string) => string;
  /** `electron-store` in Electron, `conf` elsewhere: the former cannot be loaded outside Electron */
  readonly SettingsStore: StoreClass;
  /** the system's proxy for an address, where the shell knows it */
  readonly proxy?: NonNullable<RouteOptions['proxy']>;
};

/** Opens the settings at once; databases, keychain and network when they are first used. */
export function nodePorts(given: Given): Omit<Ports, 'notifier' | 'desktop' | 'files' | 'demo'> {
  const { folder, environment, log, openDatabase: open, plain, proxy } = given;
  const { version, platform, systemLanguage, startInDemo } = given;
  const { baseUrl, keyForThisRun, fixedPollMs } = environment;
  if (baseUrl.protocol === 'https:') trustSystemAuthorities();
  return {
    clock: systemClock(),
    random: () => randomInt(2 ** 47) / 2 ** 47,
    newId: randomUUID,
    newDatabaseKey: () => new Secret(randomBytes(32).toString('hex')),
    fingerprint: (secret) => sha256(secret.reveal()).slice(0, 12),
    http: createHttp({ baseUrl, log, env: process.env, ...(proxy ? { proxy } : {}) }),
    keychain: systemKeychain(keychainService(folder), loadKeytar),
    settings: openSettings(folder, given.SettingsStore, log),
    stores: createStores({ folder, open, plain, log }),
    log,
    keyForThisRun,
    fixedPollMs,
    startInDemo,
    version,
    platform,
    systemLanguage,
  };
}

/**
 * What the entries are called in the system's keychain. It carries the folder, because two data folders of one account
 * have two database keys, and signing out of one must not take the other's.
 */
export const keychainService = (folder: string): string => `HostUp Support ${sha256(folder).slice(0, 8)}`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
