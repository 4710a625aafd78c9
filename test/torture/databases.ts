// Broken database files: flipped, cut, emptied, foreign, newer, with the wrong files beside them, or read-only.
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pick, randomFrom } from '../fakes/random.ts';
import { type Bugs, watchBugs } from './bugs.ts';
import { damage } from './databases-damage.ts';
import { judge, type Verdict } from './databases-judge.ts';
import { type Variant, variants } from './databases-read-only.ts';
import { createStage } from './databases-stage.ts';
import type { Case, Suite } from './frame.ts';
import { useMemoryFolder } from './memory-folder.ts';

const run = promisify(execFile);

/** In a process of its own, which gives its rights up. */
async function forbidOne(variant: Variant, count: (outcome: string) => void): Promise<string | null> {
  const TMPDIR = mkdtempSync(join(tmpdir(), 'forbidden-'));
  chmodSync(TMPDIR, 0o777);
  try {
    const script = join(import.meta.dirname, 'databases-read-only.ts');
    const { stdout } = await run(process.execPath, [script, variant], { env: { ...process.env, TMPDIR } });
    const { wrong, outcome } = JSON.parse(stdout) as Verdict;
    count(outcome);
    return wrong && `${variant}: ${wrong}`;
  } finally {
    rmSync(TMPDIR, { recursive: true, force: true });
  }
}

async function breakOne(seed: number, bugs: Bugs, count: (outcome: string) => void): Promise<string | null> {
  const random = randomFrom(seed);
  if (random() < 0.05) return forbidOne(pick(random, variants), count);
  const crashed = random() < 0.4;
  const stage = await createStage(crashed);
  const broken = damage(stage, random);
  // SQLite chooses salts by itself, so that the same bits of another file may hit something else
  const evidence = mkdtempSync(join(tmpdir(), `broken-${seed}-`));
  cpSync(stage.home, evidence, { recursive: true });
  const thrown = (cause: unknown): Verdict => ({
    wrong: `threw ${cause instanceof Error ? cause.stack : cause}`,
    outcome: 'threw',
  });
  const { wrong, outcome } = await judge(stage, broken).catch(thrown);
  count(outcome);
  const what = wrong ?? bugs.take();
  await stage.stop();
  stage.world.remove();
  if (what === null) rmSync(evidence, { recursive: true });
  return what && `${broken.what}${crashed ? ', crashed' : ''}: ${what} (the files: ${evidence})`;
}

export const databases: Suite = {
  name: 'databases',
  unit: 'broken files',
  cases: { full: 500, quick: 40 },
  async setUp() {
    const useDisk = useMemoryFolder();
    const bugs = watchBugs();
    const outcomes = new Map<string, number>();
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const one: Case = (seed) => breakOne(seed, bugs, count);
    return {
      run: one,
      facts: () => [...outcomes].map(([outcome, times]) => `${times} ${outcome}`).join(', '),
      end: async () => {
        bugs.stop();
        useDisk();
      },
    };
  },
};
