// The session that our pages live in: in memory only, reaching nothing but the built page, allowed nothing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Session, session } from 'electron';
import { lockSessions } from './lock-session.ts';

/** The built page, beside this bundle. */
const page = join(import.meta.dirname, '..', 'renderer');

/** Once, when Electron is ready. */
export function openPageSession(): Session {
  // Without "persist:" nothing of a page (cache, storage, history) is written to disk.
  const ours = session.fromPartition('pages', { cache: false });
  lockSessions(ours, session.defaultSession, page, (file) => readFile(file));
  // Chromium fetches a dictionary for every language in these lists, also where no page checks spelling.
  for (const each of [ours, session.defaultSession]) each.setSpellCheckerLanguages([]);
  return ours;
}
