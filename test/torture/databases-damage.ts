// The ways in which a database file can be wrong. Each breaks one or both files of a stage and says what it did.
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outbox001 } from '../../electron/adapters/migrations/outbox-001.ts';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import type { Code } from '../../electron/contract/codes.ts';
import { Secret } from '../../electron/core/secret.ts';
import { pick } from '../fakes/random.ts';
import { anOutgoing, aTicket } from '../fakes/records.ts';
import { databaseKey, type Stage } from './databases-stage.ts';

export type Target = 'cache' | 'outbox';
export type Damage = {
  readonly what: string;
  /** the one code with which the program must refuse to open; null: it opens, or keeps a hopeless outbox */
  readonly refused: Code | null;
};
type Random = () => number;
type Break = (path: string, target: Target, random: Random, stage: Stage) => string;

const otherKey = 'fedcba9876543210'.repeat(4);
const sidecars = ['-wal', '-shm'] as const;

/** Bytes of files that are not ours, made once. */
const strangers = makeStrangers();

/** The file itself, or what lies beside it. */
function oneOf(path: string, random: Random): string {
  const there = [path, path, path, `${path}-wal`, `${path}-shm`].filter(
    (file) => existsSync(file) && readFileSync(file).length > 0,
  );
  return there[Math.floor(random() * there.length)] ?? path;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function change(path: string, edit: (bytes: Buffer) => string): string {
  const bytes = readFileSync(path);
  const what = edit(bytes);
  writeFileSync(path, bytes);
  return `${what} in ${nameOf(path)} of ${bytes.length} bytes`;
}

const flip: Break = (path, _target, random) =>
  change(oneOf(path, random), (bytes) => {
    const count = pick(random, [1, 10, 1_000]);
    for (let n = 0; n < count; n += 1) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return `${count} bits flipped`;
  });

const cut: Break = (path, _target, random) => {
  const file = oneOf(path, random);
  const size = readFileSync(file).length;
  const left = Math.floor(random() * size);
  truncateSync(file, left);
  return `${nameOf(file)} cut from ${size} to ${left} bytes`;
};

const zero: Break = (path, _target, random) =>
  change(oneOf(path, random), (bytes) => {
    const from = Math.floor(random() * bytes.length);
    const length = Math.ceil(random() * pick(random, [100, 4_096, 20_000]));
    bytes.fill(0, from, Math.min(from + length, bytes.length));
    return `${length} zero bytes from ${from}`;
  });

const empty: Break = (path) => {
  truncateSync(path, 0);
  return `${nameOf(path)} emptied`;
};

const foreign: Break = (path, target, random) => {
  const names = Object.keys(strangers[target]) as [string, ...string[]];
  const name = pick(random, names);
  writeFileSync(path, strangers[target][name] ?? '');
  for (const suffix of sidecars) rmSync(path + suffix, { force: true });
  return `${nameOf(path)} is ${name}`;
};

const sidecar: Break = (path, target, random) => {
  const suffix = pick(random, sidecars);
  const how = pick(random, ['missing', 'junk', 'foreign', 'empty']);
  if (how === 'missing') for (const each of sidecars) rmSync(path + each, { force: true });
  if (how === 'junk')
    writeFileSync(path + suffix, Buffer.from(Array.from({ length: 40_000 }, () => random() * 256)));
  if (how === 'foreign') writeFileSync(path + suffix, strangers.sidecars[`${target}${suffix}`] ?? '');
  if (how === 'empty') writeFileSync(path + suffix, '');
  return `${nameOf(path)}${suffix} ${how}`;
};

const newer: Break = (path) => {
  const db = openBetter(path, new Secret(databaseKey));
  db.pragma('user_version = 99');
  db.close();
  return `${nameOf(path)} of a newer version`;
};

const waysToBreak: readonly (readonly [Break, number])[] = [
  [flip, 0.25],
  [cut, 0.2],
  [zero, 0.15],
  [empty, 0.05],
  [foreign, 0.15],
  [sidecar, 0.15],
  [newer, 0.05],
];

/** Breaks the files of a stage whose program does not run. */
export function damage(stage: Stage, random: Random): Damage {
  if (random() < 0.03) return loseKey(stage);
  const targets = pick<readonly Target[]>(random, [['outbox'], ['outbox'], ['cache'], ['cache', 'outbox']]);
  const done = targets.map((target) => {
    const way = weighted(random);
    return { way, what: way(stage[target], target, random, stage) };
  });
  const isNewer = done.some(({ way }) => way === newer);
  return { what: done.map(({ what }) => what).join(', '), refused: isNewer ? 'store_newer' : null };
}

function weighted(random: Random): Break {
  let left = random();
  for (const [way, weight] of waysToBreak) {
    left -= weight;
    if (left < 0) return way;
  }
  return flip;
}

/** The keychain holds another key than the one both files were written with. */
function loseKey({ world }: Stage): Damage {
  for (const entry of world.keychain.entries())
    if (entry.startsWith('database-key')) void world.keychain.write(entry, new Secret(otherKey));
  return { what: 'another key in the keychain', refused: 'store_broken' };
}

function makeStrangers() {
  const folder = mkdtempSync(join(tmpdir(), 'strangers-'));
  const file = (name: string, key: string | null, sql: string): Buffer => {
    const path = join(folder, name);
    const db = openBetter(path, key === null ? null : new Secret(key));
    db.exec(sql);
    db.close();
    return readFileSync(path);
  };
  const opened = createStores({ folder, open: openBetter }).open('other', new Secret(otherKey));
  if (!opened.ok) throw new Error(opened.code);
  opened.value.cache.putTicket(aTicket());
  opened.value.outbox.put(anOutgoing());
  const other = (name: string) => readFileSync(join(folder, 'accounts', 'other', name));
  const beside = {
    'cache-wal': other('cache.db-wal'),
    'cache-shm': other('cache.db-shm'),
    'outbox-wal': other('outbox.db-wal'),
    'outbox-shm': other('outbox.db-shm'),
  } as Readonly<Record<string, Buffer>>;
  opened.value.cache.close();
  opened.value.outbox.close();
  const shared = {
    'a text': Buffer.from('Det här är ingen databas, utan en lapp.\n'.repeat(300)),
    'one byte': Buffer.from('x'),
    'zero bytes': Buffer.alloc(20_480),
    'a plain database': file('plain.db', null, 'CREATE TABLE notes (text); INSERT INTO notes VALUES (1)'),
    'a plain database with our tables': file('ours.db', null, outbox001),
  };
  const made = {
    cache: { ...shared, 'the cache of another account': other('cache.db') } as Readonly<
      Record<string, Buffer>
    >,
    outbox: { ...shared, 'the outbox of another account': other('outbox.db') } as Readonly<
      Record<string, Buffer>
    >,
    sidecars: beside,
  };
  rmSync(folder, { recursive: true });
  return made;
}
