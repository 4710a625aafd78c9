// Files that may be read and not written, in a process of its own, because as root no right is missing: it gives its
// own rights up on the way. Prints the verdict as one line of JSON. `node databases-read-only.ts VARIANT`
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Verdict } from './databases-judge.ts';
import { bytesOf, rowsNow, sameAs } from './databases-rows.ts';
import { createStage, type Stage } from './databases-stage.ts';

export const variants = [
  'own folder',
  'own files',
  "another user's files",
  "another user's folder",
  'read-only file system',
] as const;
export type Variant = (typeof variants)[number];

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

function giveTo(user: number, stage: Stage, { folders, files }: { folders: boolean; files: boolean }): void {
  const { home } = stage;
  const all = readdirSync(home).map((name) => join(home, name));
  if (folders) for (const folder of [stage.world.folder, dirname(home), home]) chownSync(folder, user, user);
  if (files) for (const file of all) chownSync(file, user, user);
}

/** Takes the right to write; answers the way to give it back, null where that takes more rights than are left. */
function takeRight(variant: Variant, stage: Stage): (() => void) | null {
  const { home } = stage;
  if (variant === 'read-only file system') return mountReadOnly(home);
  if (isRoot) {
    giveTo(nobody, stage, {
      folders: variant !== "another user's folder",
      files: variant !== "another user's files",
    });
    // the way to it stays open
    if (variant === "another user's folder") chmodSync(stage.world.folder, 0o755);
    process.setgid?.(nobody);
    process.setuid?.(nobody);
  }
  const paths = variant === 'own folder' ? [home] : [stage.cache, stage.outbox];
  if (!variant.startsWith('own')) return null;
  for (const path of paths) chmodSync(path, variant === 'own folder' ? 0o500 : 0o400);
  return () => {
    for (const path of paths) chmodSync(path, variant === 'own folder' ? 0o700 : 0o600);
  };
}

/** Throws where this machine lets us mount nothing. */
function mountReadOnly(home: string): () => void {
  const copy = mkdtempSync(join(tmpdir(), 'read-only-'));
  cpSync(home, copy, { recursive: true });
  const mount = (...words: string[]) => execFileSync('mount', words, { stdio: 'ignore' });
  mount('-t', 'tmpfs', '-o', 'size=8m,mode=0700', 'tmpfs', home);
  cpSync(copy, home, { recursive: true });
  rmSync(copy, { recursive: true });
  mount('-o', 'remount,ro', home);
  process.on('exit', () => execFileSync('umount', ['-l', home], { stdio: 'ignore' }));
  return () => void mount('-o', 'remount,rw', home);
}

function take(variant: Variant, stage: Stage): ReturnType<typeof takeRight> | 'impossible' {
  try {
    return takeRight(variant, stage);
  } catch {
    return 'impossible';
  }
}

async function judge(variant: Variant): Promise<Verdict> {
  const stage = await createStage(false);
  const before = [bytesOf(stage.cache), bytesOf(stage.outbox)];
  const giveBack = take(variant, stage);
  if (giveBack === 'impossible') return { wrong: null, outcome: 'not possible here' };
  await stage.start();
  const session = await stage.page().call('session.get', {});
  const state = session.ok ? session.value.state : session.code;
  const code = session.ok ? session.value.problem?.code : undefined;
  const verdict = (wrong: string | null, outcome: string): Verdict => ({ wrong, outcome });
  if (state === 'signed-in') return verdict(allThere(stage), 'sound');
  if (code !== 'store_read_only') return verdict(`${state} because of ${code}`, `${code}`);
  await stage.stop();
  if (giveBack) {
    const same = [bytesOf(stage.cache), bytesOf(stage.outbox)].every(
      (now, n) => now && before[n]?.equals(now),
    );
    if (!same) return verdict('a refused file was changed', code);
    giveBack();
    await stage.start();
    const again = await stage.page().call('session.get', {});
    if (!again.ok || again.value.state !== 'signed-in')
      return verdict('does not open when it may be written', code);
    return verdict(allThere(stage), code);
  }
  return verdict(null, code);
}

function allThere(stage: Stage): string | null {
  const rows = rowsNow(stage.outbox);
  const lost = stage.kept.filter((kept) => !rows.some((row) => sameAs(kept)(row) || row.key === kept.key));
  return lost.length > 0 ? `${lost.length} rows are gone` : null;
}

if (import.meta.main) {
  const variant = variants.find((known) => known === process.argv[2]);
  if (!variant) throw new TypeError('no such variant');
  process.stdout.write(`${JSON.stringify(await judge(variant))}\n`);
  process.exit(0);
}
