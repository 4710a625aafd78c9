// Tells whether a build is older than what it is made from, by content and not by time: a checkout or a copied
// folder changes every time stamp. Knows nothing of what is built.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * One hash over the names and bytes of every file under these paths (files or folders, relative to `root`).
 * @param also anything else the result depends on
 */
export function fingerprint(root: string, paths: readonly string[], also = ''): string {
  const hash = createHash('sha256').update(also);
  for (const path of paths.flatMap((path) => filesUnder(root, path)).sort()) {
    hash.update(`\0${path.split(sep).join('/')}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function filesUnder(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(root, join(path, name)));
}

/** What was last built here, from the stamp file; empty if it is missing or unreadable. */
export function readStamp(file: string): Record<string, string> {
  try {
    const stamp: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const entries = typeof stamp === 'object' && stamp !== null ? Object.entries(stamp) : [];
    return Object.fromEntries(entries.filter(([, hash]) => typeof hash === 'string'));
  } catch {
    return {};
  }
}

/** Keeps what was built here, by target. */
export function writeStamp(file: string, stamp: Readonly<Record<string, string>>): void {
  writeFileSync(file, `${JSON.stringify(stamp, null, 2)}\n`);
}
