// Folders that only this user may open.
import { chmodSync, existsSync, mkdirSync } from 'node:fs';

/**
 * Makes the folder (0700) if it is not there and answers its path. A folder that was there keeps its mode: it may
 * be one that others need, and every file of ours is private by itself.
 */
export function privateFolder(path: string): string {
  if (existsSync(path)) return path;
  mkdirSync(path, { recursive: true, mode: 0o700 });
  // mkdir's mode is cut by the umask and says nothing on some file systems
  chmodSync(path, 0o700);
  return path;
}
