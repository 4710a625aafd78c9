// Simulated days: sleep with and without an event, network flaps, other time zones, summer time, clocks that leap by
// ten years, restarts. One look soon after each wake, no flood, and every reply told exactly once.

import { pick, randomFrom } from '../fakes/random.ts';
import { watchBugs } from './bugs.ts';
import {
  type Counts,
  clockIsSet,
  type Day,
  eyesWander,
  networkFlaps,
  quiet,
  restarts,
  sleep,
  staffWrites,
  zoneChanges,
} from './days-events.ts';
import type { Case, Suite } from './frame.ts';
import { createLife } from './life.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A window in front and fresh news: every 15 s, less a tenth. */
const mostLooks = 4 * 60 * 1.12;

/** Nights in which clocks change, a leap day, a turn of the year, and an ordinary Monday. */
const starts = [
  '2026-04-27T05:00:00Z',
  '2026-03-28T18:00:00Z',
  '2026-10-24T18:00:00Z',
  '2028-02-28T20:00:00Z',
  '2026-12-31T12:00:00Z',
] as const;

const events: readonly [(day: Day) => unknown, ...((day: Day) => unknown)[]] = [
  quiet,
  quiet,
  quiet,
  staffWrites,
  staffWrites,
  eyesWander,
  eyesWander,
  sleep,
  sleep,
  networkFlaps,
  zoneChanges,
  clockIsSet,
  restarts,
];

async function play(
  random: () => number,
  counts: Counts,
): Promise<{ wrong: string | null; looks: number; replies: number; notices: number }> {
  const life = createLife({ random, start: Date.parse(pick(random, starts)), mostLooks });
  const { world, told } = life;
  const tickets = Array.from(
    { length: 3 + Math.floor(random() * 6) },
    (_, index) => world.api.addTicket({ subject: `Ärende ${index}` }).id,
  );
  const day: Day = { random, life, tickets: tickets as [string, ...string[]], counts };
  await world.signIn();
  await life.live(10_000);
  const until = world.truth() + 24 * hour;
  // each kind at least once, whatever chance says
  for (const event of [sleep, zoneChanges, clockIsSet, networkFlaps, restarts, staffWrites]) {
    await event(day);
    await life.live(minute);
  }
  while (world.truth() < until && world.complaints().length === 0) await pick(random, events)(day);
  life.setOnline(true);
  await life.lookAt(null);
  world.wake('asked');
  await life.live(45 * minute);
  told.finish();
  const wrong = world.complaints()[0] ?? null;
  await world.end();
  return { wrong: wrong ?? world.complaints()[0] ?? null, looks: life.looks(), ...told.counts() };
}

export const days: Suite = {
  name: 'days',
  unit: 'simulated days',
  cases: { full: 200, quick: 6 },
  async setUp() {
    const bugs = watchBugs();
    const zone = process.env.TZ;
    const counts: Counts = { sleeps: 0, zones: 0, clocks: 0, flaps: 0, restarts: 0, latest: 0 };
    let [looks, replies, notices] = [0, 0, 0];
    const run: Case = async (seed) => {
      const played = await play(randomFrom(seed), counts);
      looks += played.looks;
      replies += played.replies;
      notices += played.notices;
      return bugs.take() ?? played.wrong;
    };
    return {
      run,
      async end() {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
        bugs.stop();
      },
      facts: () =>
        `${counts.sleeps} sleeps (the slowest look ${counts.latest} ms after the wake), ${counts.zones} time zones, ` +
        `${counts.clocks} clocks set, ${counts.flaps} network flaps, ${counts.restarts} restarts, ${looks} looks, ` +
        `${replies} replies in ${notices} notifications`,
    };
  },
};
