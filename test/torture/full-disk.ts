// Every write step of every script on a full disk: for a moment or for long, as SQLite tells it or a real disk does.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fullness } from '../fakes/full-disk.ts';
import { randomFrom } from '../fakes/random.ts';
import { watchBugs } from './bugs.ts';
import type { Case, Suite } from './frame.ts';
import { judgeEnd, judgeNow, judgeWords } from './full-disk-judge.ts';
import { createScene, type RealDisk, type Scene } from './full-disk-scene.ts';
import { type Script, scripts } from './full-disk-scripts.ts';
import { useMemoryFolder } from './memory-folder.ts';

type Step = {
  readonly script: Script;
  /** the write that finds the disk full, from 1 */
  readonly nth: number;
  readonly how: Fullness;
  readonly lasting: boolean;
  /** the program is started again while the disk is still full */
  readonly restarted: boolean;
};

const waysToFail: readonly Omit<Step, 'script' | 'nth'>[] = [
  { how: 'statement', lasting: false, restarted: false },
  { how: 'statement', lasting: true, restarted: false },
  { how: 'statement', lasting: true, restarted: true },
  { how: 'transaction', lasting: true, restarted: false },
  { how: 'pages', lasting: true, restarted: false },
  { how: 'disk', lasting: true, restarted: false },
  { how: 'disk', lasting: true, restarted: true },
];

async function stage(script: Script, real: RealDisk | null): Promise<Scene> {
  const scene = await createScene(script.api ?? {}, real);
  if (!script.signedOut) await scene.signIn();
  await scene.world.clock.advance(5_000);
  return scene;
}

/** How many writes a script makes where nothing fails. */
async function countWrites(script: Script): Promise<number> {
  const scene = await stage(script, null);
  const before = scene.disk.writes();
  await script.run(scene);
  const count = scene.disk.writes() - before;
  await scene.remove();
  return count;
}

async function play(scene: Scene, step: Step): Promise<string | null> {
  scene.disk.fillAt(step.nth, step.how, step.lasting);
  await step.script.run(scene);
  const full = step.script.signedOut ? null : ((await judgeNow(scene)) ?? (await judgeWords(scene)));
  if (full) return `full: ${full}`;
  if (step.restarted) {
    await scene.restart();
    const restarted = step.script.signedOut ? null : await judgeNow(scene);
    if (restarted) return `restarted while full: ${restarted}`;
  }
  scene.disk.empty();
  scene.faults.clear();
  const session = await scene.call('session.get', {});
  if (step.script.signedOut) await scene.signIn();
  else if (session.ok && session.value.state !== 'signed-in') await scene.restart();
  await scene.again();
  await scene.world.clock.advance(10 * 60_000);
  const end = await judgeEnd(scene, step.restarted);
  if (end) return `with room again: ${end}`;
  await scene.restart();
  await scene.world.clock.advance(60_000);
  const later = await judgeEnd(scene, step.restarted);
  return later && `at the next start: ${later}`;
}

/** A file system of 4 MiB; null where this machine does not let us have one. */
function mountSmallDisk(): (RealDisk & { unmount(): void }) | null {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(4_096), { flag: 'a' });
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
      }
    },
    empty: () => rmSync(filler, { force: true }),
    unmount() {
      execFileSync('umount', [folder], { stdio: 'ignore' });
      rmdirSync(folder);
    },
  };
}

/** Every step, in an order that mixes scripts and ways to fail, the same each time. */
async function enumerate(real: RealDisk | null): Promise<Step[]> {
  const steps: Step[] = [];
  for (const script of scripts) {
    const writes = await countWrites(script);
    for (let nth = 1; nth <= writes; nth += 1)
      for (const way of waysToFail) if (real || way.how !== 'disk') steps.push({ script, nth, ...way });
  }
  const random = randomFrom(1);
  return steps
    .map((step) => ({ step, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ step }) => step);
}

export const fullDisk: Suite = {
  name: 'full-disk',
  unit: 'write steps',
  // a little more than there are: then it begins again
  cases: { full: 4_000, quick: 40 },
  async setUp() {
    const useDisk = useMemoryFolder();
    const real = mountSmallDisk();
    const steps = await enumerate(real);
    const bugs = watchBugs();
    let refused = 0;

    const run: Case = async (seed) => {
      const step = steps[(seed - 1) % steps.length];
      if (!step) return 'no steps';
      const scene = await stage(step.script, step.how === 'disk' ? real : null);
      const thrown = (cause: unknown) => `threw ${cause instanceof Error ? cause.stack : String(cause)}`;
      const judged = await play(scene, step).catch(thrown);
      const what = judged ?? scene.said[0] ?? bugs.take();
      refused += scene.refused();
      await scene.remove();
      const { script, nth, how, lasting, restarted } = step;
      const where = `${script.name}, write ${nth}, ${how}${lasting ? ', lasting' : ''}${restarted ? ', restarted' : ''}`;
      return what && `${where}: ${what}`;
    };
    return {
      run,
      facts: () =>
        `of ${steps.length} ${real ? '(also on a real disk)' : '(no real disk here)'}, ${refused} calls answered store_full`,
      end: async () => {
        bugs.stop();
        real?.unmount();
        useDisk();
      },
    };
  },
};
