// The session that our pages live in: in memory only, reaching nothing but the built page, allowed nothing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Session, session } from 'electron';
import { scheme } from './address.ts';
import { guardPermissions } from './navigation.ts';
import { servePage } from './protocol.ts';

/** The built page, beside this bundle. */
const page = join(import.meta.dirname, '..', 'renderer');

export function openPageSession(): Session {
  // Without "persist:" nothing of a page (cache, storage, history) is written to disk.
  const ours = session.fromPartition('pages', { cache: false });
  ours.protocol.handle(
    scheme,
    servePage(page, (file) => readFile(file)),
  );
  guardPermissions(ours);
  guardPermissions(session.defaultSession);
  return ours;
}
