// Folders that only this user may open.
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the folder (0700) if it is not there and answers its path. A folder that was there keeps its mode: it may
 * be one that others need, and every file of ours is private by itself. Throws where it cannot be made.
 */
export function privateFolder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  const parent = dirname(path);
  // one by one: Node's own recursive mode never ends where a file system refuses new folders by "not found" (/proc)
  if (parent !== path) privateFolder(parent);
  mkdirSync(path, { mode: 0o700 });
  // mkdir's mode is cut by the umask and says nothing on some file systems
  chmodSync(path, 0o700);
  return path;
}
