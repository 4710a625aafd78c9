// Holds package-lock.json against two rules: every package is the registry's own and pinned by a hash, and only those
// that package.json allows may run a script when they are installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Finding } from './architecture/finding.ts';

const EntrySchema = v.object({
  version: v.optional(v.string()),
  resolved: v.optional(v.string()),
  integrity: v.optional(v.string()),
  hasInstallScript: v.optional(v.boolean()),
  /** shipped inside another package, whose hash covers it */
  inBundle: v.optional(v.boolean()),
  /** a folder of this machine instead of a package */
  link: v.optional(v.boolean()),
});
const LockSchema = v.object({ packages: v.record(v.string(), EntrySchema) });
const ManifestSchema = v.object({ allowScripts: v.optional(v.record(v.string(), v.boolean()), {}) });

/** 64 bytes in base64, and nothing weaker beside it that would do as well. */
const strongHash = /^sha512-[A-Za-z0-9+/]{86}==$/;
/** Inside another package, where alone a package can be bundled. */
const nested = /(^|\/)node_modules\/.+\/node_modules\//;
/** A tarball of a registry; anything else (git, file, a web server) is not covered by its rules. */
const tarball = /^https:\/\/[^/]+\/(@[^/]+\/)?[^/]+\/-\/[^/]+\.tgz$/;

/** Findings of these two files' texts. */
export function checkLockfile(lock: string, manifest: string): Finding[] {
  const { packages } = v.parse(LockSchema, JSON.parse(lock));
  const { allowScripts } = v.parse(ManifestSchema, JSON.parse(manifest));
  const lines = lock.split('\n');
  return Object.entries(packages).flatMap(([place, entry]) => {
    if (place === '') return [];
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const line = lines.findIndex((text) => text.includes(`"${place}": {`)) + 1;
    const say = (what: string): Finding => ({ file: 'package-lock.json', line, rule: 'lockfile', what });
    const findings: Finding[] = [];
    const isBundled = entry.inBundle === true && nested.test(place);
    if (!isBundled && !strongHash.test(entry.integrity ?? '')) findings.push(say(`${name} has no SHA-512`));
    if (entry.link) findings.push(say(`${name} is a link into this machine`));
    if (entry.resolved !== undefined && !tarball.test(entry.resolved)) {
      findings.push(say(`${name} does not come from a registry`));
    }
    if (entry.hasInstallScript && !Object.hasOwn(allowScripts, name)) {
      findings.push(say(`${name} runs a script when it is installed, and package.json does not speak of it`));
    }
    return findings;
  });
}

/** Findings of the repository at `root`. */
export function checkLockfileAt(root: string): Finding[] {
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  return checkLockfile(read('package-lock.json'), read('package.json'));
}
