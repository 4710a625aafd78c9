// A real process over real HTTP and real files, killed at any moment, again and again on the same folder. At the end
// everything that was typed must be accounted for, and both databases sound.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pick } from '../fakes/random.ts';
import type { FaultKind } from '../server/faults.ts';
import type { Case, Suite } from './frame.ts';
import { judgeFiles, judgeReplies } from './kills-judge.ts';
import type { Death } from './kills-messages.ts';
import { createNursery, type Life, type Nursery } from './kills-process.ts';
import { createStage, databaseKey, type Stage, start } from './kills-stage.ts';

/** How one life ends: by itself at a step, by the parent after a time, or by the server's hand around a reply. */
type End =
  | { readonly by: 'itself'; readonly death: Death }
  | { readonly by: 'time'; readonly ms: number; readonly sinceStart: boolean }
  | { readonly by: 'server'; readonly when: 'before' | 'after'; readonly nth: number };

const killsPerFolder = 6;
/** a planned end that does not come is not waited for longer, milliseconds from the moment the program is there */
const longestLife = 600;
const longestStart = 20_000;
const longestFinish = 120_000;
/** so late may a reply be found that the program already asks about */
const longestMatch = 20_000;
const notByItself: Death = { at: 'parent', nth: 0 };

function planEnd(random: () => number): End {
  const what = random();
  if (what < 0.4) return { by: 'time', ms: random() * 500, sinceStart: random() < 0.8 };
  if (what < 0.7) return { by: 'itself', death: { at: 'write', nth: 1 + Math.floor(random() * 60) } };
  const nth = 1 + Math.floor(random() * 3);
  if (what < 0.85) return { by: 'itself', death: { at: pick(random, ['before-post', 'after-post']), nth } };
  return { by: 'server', when: pick(random, ['before', 'after']), nth };
}

/** Some answers are lost, some requests are; never in a way that would forbid to go on. */
function spoil({ random, server }: Stage): void {
  if (random() < 0.5) return;
  const kind = pick<FaultKind>(random, [
    'apply-then-drop',
    'apply-then-status',
    'drop-before',
    'reset',
    'delay',
    'status',
  ]);
  server.faults.add({ method: 'POST', path: /messages$/, kind, ms: 30, apply: random() < 0.5 });
}

function arrange(stage: Stage, life: Life, end: End): void {
  const timers = [setTimeout(life.kill, longestStart)];
  const killIn = (ms: number) => void timers.push(setTimeout(life.kill, ms));
  if (end.by === 'time' && !end.sinceStart) killIn(end.ms);
  void life.started.then(() => killIn(end.by === 'time' && end.sinceStart ? end.ms : longestLife));
  let posts = 0;
  stage.onPost.before = () => {
    posts += 1;
    if (end.by === 'server' && end.when === 'before' && posts === end.nth) life.kill();
  };
  stage.onPost.after = () => {
    if (end.by === 'server' && end.when === 'after' && posts === end.nth) life.kill();
  };
  void life.gone.then(() => timers.forEach(clearTimeout));
}

/** One life and its end. */
async function live(stage: Stage, nursery: Nursery): Promise<string | null> {
  const { random, customer } = stage;
  const end = planEnd(random);
  const life = await start(stage, nursery, end.by === 'itself' ? end.death : notByItself);
  spoil(stage);
  arrange(stage, life, end);
  let wrong: string | null = null;
  if (await life.started) {
    wrong = await greet(life);
    const seen = await customer.lookAround(life);
    wrong ??= seen.wrong;
    while (!wrong && seen.whole && life.alive()) {
      await customer.act(life);
      if (random() < 0.3) await wait(random() * 10);
    }
    life.kill();
  }
  await life.gone;
  const what = wrong ?? life.bugs[0] ?? customer.complaints[0] ?? judgeFiles(stage.home, databaseKey);
  return what && `killed by ${JSON.stringify(end)}: ${what}`;
}

/** The program says that nothing had to be mended. */
async function greet(life: Life): Promise<string | null> {
  const session = await life.call('session.get', {});
  if (!session) return null;
  if (!session.ok) return `session.get answered ${session.code}`;
  const { state, problem, warnings } = session.value;
  if (state !== 'signed-in') return `started as ${state}: ${problem?.code}`;
  return warnings.length > 0 ? `started with the warning ${warnings[0]?.code}` : null;
}

/** A last life that nobody kills: what is under way comes to its end, and the program is quit. */
async function finish(stage: Stage, nursery: Nursery): Promise<string | null> {
  const { customer, api, server } = stage;
  stage.onPost.before = stage.onPost.after = () => {};
  server.faults.clear();
  const life = await start(stage, nursery, notByItself);
  if (!(await life.started)) return `the last start failed: ${life.bugs[0]}`;
  const greeted = (await greet(life)) ?? (await customer.lookAround(life)).wrong;
  const left = greeted ?? (await settle(stage, life));
  const rows = await customer.rows(life);
  await life.stop();
  const replies = left ?? judgeReplies({ replies: customer.replies, applied: api.applied(), rows });
  const what = replies ?? life.bugs[0] ?? customer.complaints[0] ?? judgeFiles(stage.home, databaseKey);
  return what && `after the last start: ${what}`;
}

/** Waits until nothing is unsent. What the program asks about is thrown away, after a moment for a late match. */
async function settle(stage: Stage, life: Life): Promise<string | null> {
  const { customer } = stage;
  const end = performance.now() + longestFinish;
  let unsent = await customer.unsent(life);
  while (unsent.length > 0 && performance.now() < end) {
    if (unsent.some(({ state }) => state === 'needs-user')) {
      await wait(1_000);
      const late = performance.now() + longestMatch;
      let needless = await askedNeedlessly(stage, life);
      while (needless !== null && performance.now() < late) {
        await wait(100);
        needless = await askedNeedlessly(stage, life);
      }
      if (needless !== null) return `asks about "${needless.slice(0, 20)}", which is there`;
      await customer.discardAsked(life);
    }
    await wait(20);
    unsent = await customer.unsent(life);
  }
  return unsent.length > 0 ? `${unsent.length} replies came to no end: ${unsent[0]?.state}` : null;
}

/** The text of a reply that the program asks about although HostUp has it and shows it; null: there is none. */
async function askedNeedlessly({ customer, api, masked }: Stage, life: Life): Promise<string | null> {
  const known = api.applied().map(({ message }) => message);
  const needless = (await customer.unsent(life)).find(
    ({ state, text, encrypted }) =>
      state === 'needs-user' && !(masked && encrypted) && known.includes(text ?? ''),
  );
  return needless?.text ?? null;
}

export const kills: Suite = {
  name: 'kills',
  unit: `folders of ${killsPerFolder} kills`,
  cases: { full: 167, quick: 2 },
  async setUp() {
    const cache = mkdtempSync(join(tmpdir(), 'kills-code-'));
    const nursery = createNursery(cache);
    const count = { kills: 0, replies: 0, applied: 0, doubted: 0, discarded: 0 };

    const play = async (stage: Stage): Promise<string | null> => {
      for (let n = 1; n <= killsPerFolder; n += 1) {
        const wrong = await live(stage, nursery);
        count.kills += 1;
        if (wrong) return `life ${n}, ${wrong}`;
      }
      return finish(stage, nursery);
    };
    const run: Case = async (seed) => {
      const stage = await createStage(seed);
      const wrong = await play(stage);
      count.replies += stage.customer.replies.filter(({ state }) => state !== 'refused').length;
      count.discarded += stage.customer.replies.filter(({ state }) => state === 'discarded').length;
      count.doubted += stage.customer.doubted();
      count.applied += stage.api.applied().length;
      await stage.server.close();
      rmSync(stage.folder, { recursive: true, force: true });
      return wrong;
    };
    return {
      run,
      facts: () =>
        `${count.kills} kills, ${count.replies} replies taken, ${count.doubted} in doubt after a start, ` +
        `${count.applied} applied, ${count.discarded} asked about and thrown away`,
      end: async () => {
        await nursery.close();
        rmSync(cache, { recursive: true, force: true });
      },
    };
  },
};
