// Shuts the sessions of the program: ours reaches nothing but the built page, and none is allowed anything.
import type { Session } from 'electron';
import { scheme } from './address.ts';
import { guardPermissions } from './navigation.ts';
import { servePage } from './protocol.ts';

/**
 * @param ours the session that our pages live in
 * @param other the one that Electron makes by itself
 * @param root the folder of the built page
 * @param read reads a whole file; rejects if there is none
 */
export function lockSessions(
  ours: Session,
  other: Session,
  root: string,
  read: (file: string) => Promise<Uint8Array>,
): void {
  ours.protocol.handle(scheme, servePage(root, read));
  guardPermissions(ours);
  guardPermissions(other);
}
