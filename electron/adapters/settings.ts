// settings.json in the data folder: plain, private, written atomically. Nothing secret belongs in it.
// electron-store in Electron and its base class conf elsewhere: the same file, told apart by the caller.
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type AccountColour, accountColours } from '../contract/account.ts';
import { defaultSettings as defaults, pauses, QuietHoursSchema } from '../contract/settings.ts';
import { sorts } from '../contract/values.ts';
import type { Log, SettingsFile, StoredAccount, StoredSettings } from '../core/ports.ts';

/** It becomes a folder's name, which is wiped when the account is signed out. */
const accountId = { type: 'string', pattern: '^[\\w-]{1,100}$' } as const;

const options = {
  // electron-store takes the file's name as `name`, conf as `configName`
  name: 'settings',
  configName: 'settings',
  fileExtension: 'json',
  configFileMode: 0o600,
  accessPropertiesByDotNotation: false,
  clearInvalidConfig: false,
  schema: {
    language: { type: 'string', enum: ['system', 'en', 'sv'] },
    theme: { type: 'string', enum: ['system', 'light', 'dark'] },
    keepEncrypted: { type: 'boolean' },
    sort: { type: 'string' },
    shortestPause: { type: ['number', 'null'] },
    longestPause: { type: ['number', 'null'] },
    accounts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'keySaved', 'name', 'colour'],
        properties: {
          id: accountId,
          keySaved: { type: 'boolean' },
          name: { type: 'string' },
          colour: { type: 'string' },
        },
      },
    },
    // versions that knew one account alone wrote this
    account: {
      type: ['object', 'null'],
      required: ['id', 'keySaved'],
      properties: { id: accountId, keySaved: { type: 'boolean' } },
    },
  },
} as const;

type Store = { store: Record<string, unknown>; set(patch: Record<string, unknown>): void };
/** The class `conf` or `electron-store`, as far as it is used. */
export type StoreClass = new (
  given: typeof options & { readonly cwd: string; readonly defaults: typeof defaults },
) => object;

/**
 * Opens `<folder>/settings.json`. A file that cannot be read or does not fit the schema is kept as
 * `settings.damaged.json`, and the program goes on with the defaults. A write that fails is logged;
 * the choice then lasts until the program ends.
 */
export function openSettings(folder: string, StoreOf: StoreClass, log: Log): SettingsFile {
  const open = () => new StoreOf({ ...options, cwd: folder, defaults }) as Store;
  const store = openOrSetAside(open, folder, log);
  let current = pick(store.store);
  return {
    get: () => current,
    set(patch) {
      current = { ...current, ...patch };
      try {
        store.set(patch.accounts ? { ...patch, account: null } : patch);
      } catch (cause) {
        log.error('settings-not-written', cause);
      }
    },
  };
}

function openOrSetAside(open: () => Store, folder: string, log: Log): Store {
  const path = join(folder, 'settings.json');
  try {
    return open();
  } catch (cause) {
    if (!existsSync(path)) throw cause;
    renameSync(path, join(folder, 'settings.damaged.json'));
    log.error('settings-damaged', cause);
    return open();
  }
}

/** Only what this version knows; settings of a newer one stay in the file untouched. */
function pick(stored: Record<string, unknown>): StoredSettings {
  const known = { ...defaults, ...stored } as StoredSettings;
  return {
    language: known.language,
    theme: known.theme,
    keepEncrypted: known.keepEncrypted,
    sort: sortOf(known.sort),
    shortestPause: pauseOf(known.shortestPause),
    longestPause: pauseOf(known.longestPause),
    quietHours: v.is(QuietHoursSchema, known.quietHours) ? known.quietHours : defaults.quietHours,
    accounts: accountsOf(stored as Accounts),
  };
}

type Accounts = {
  readonly accounts?: readonly (Omit<StoredAccount, 'colour'> & { readonly colour: string })[];
  readonly account?: Pick<StoredAccount, 'id' | 'keySaved'> | null;
};

function accountsOf({ accounts, account }: Accounts): StoredAccount[] {
  const before = account ? [{ id: account.id, keySaved: account.keySaved, name: '', colour: '' }] : [];
  return (accounts ?? before).map(({ id, keySaved, name, colour }) => ({
    id,
    keySaved,
    name,
    colour: colourOf(colour),
  }));
}

/** A newer version may know more of them. */
const colourOf = (colour: string): AccountColour =>
  accountColours.find((known) => known === colour) ?? accountColours[0];
const pauseOf = (pause: number | null) => pauses.find((known) => known === pause) ?? null;
const sortOf = (sort: string) => sorts.find((known) => known === sort) ?? defaults.sort;
