// What a program under test leaves in its data folder: who may read it, and what opens its databases.
import { execFile } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import type { OpenDatabase } from '../../electron/adapters/sqlite-driver.ts';
import { Secret } from '../../electron/core/secret.ts';
import { base64Of, formsOf, type Probe } from './canary.ts';

const everything = (folder: string): string[] => [
  folder,
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
];

/** Files and folders that anybody but their owner may read, write or enter. Links have no rights of their own. */
export function openToOthers(folder: string): string[] {
  return everything(folder).filter((path) => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found !== undefined && !found.isSymbolicLink() && (found.mode & 0o077) !== 0;
  });
}

export const databasesIn = (folder: string): string[] =>
  everything(folder).filter((path) => path.endsWith('.db') && path.includes('accounts'));

/** SQLite's own error number when its own program opens this file: 26 says that it is no database. */
export function openedPlainly(path: string): number {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return 0;
  } catch (cause) {
    return (cause as { errcode: number }).errcode;
  } finally {
    db.close();
  }
}

/** The code when our own driver opens it, without a key or with a wrong one; the text of all messages with the right one. */
export function openedWith(open: OpenDatabase, path: string, key: string | null): string {
  const db = open(path, key === null ? null : new Secret(key));
  try {
    return JSON.stringify(db.prepare('SELECT body FROM messages').all());
  } catch (cause) {
    return String((cause as { code: unknown }).code);
  } finally {
    db.close();
  }
}

/** The two entries of the program in the keychain of that session. */
export async function savedKeys(
  env: NodeJS.ProcessEnv,
  folder: string,
): Promise<{ apiKey: string | null; databaseKey: string }> {
  const script = join(import.meta.dirname, 'keychain-entries.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder], { env });
  return JSON.parse(stdout);
}

/** The database key as text and as the bytes that it stands for. */
export function probesOfKey(hex: string): Probe[] {
  const bytes = Buffer.from(hex, 'hex');
  const what = 'the database key';
  const coded = base64Of('base64 of its bytes', bytes).map(([form, text]) => ({
    what,
    form,
    bytes: Buffer.from(text),
  }));
  return [...formsOf(what, hex), { what, form: 'its bytes', bytes }, ...coded];
}
