// What happens in a day: staff and customer write, eyes wander, the machine sleeps, the network flaps, clocks and time
// zones are set, the program is started again. After each wake and return it is seen that one look follows soon.
import { pick } from '../fakes/random.ts';
import type { Life } from './life.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const year = 365 * 24 * hour;

/** With an event a look follows within 5 s; without one the gap must show first. */
const soonAfterEvent = 5 * second;
const soonWithoutEvent = 55 * second;

type Random = () => number;
export type Tickets = readonly [string, ...string[]];
export type Counts = {
  sleeps: number;
  zones: number;
  clocks: number;
  flaps: number;
  restarts: number;
  latest: number;
};
export type Day = {
  readonly random: Random;
  readonly life: Life;
  readonly tickets: Tickets;
  readonly counts: Counts;
};

const zones = [
  'Europe/Stockholm',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
  'UTC',
] as const;

/** Several tickets at once, now and then with an answer that the customer gives elsewhere. */
export function staffWrites({ random, life, tickets }: Day): void {
  const times = random() < 0.7 ? 1 : 1 + Math.floor(random() * 6);
  for (let time = 0; time < times; time += 1) {
    const ticketId = pick(random, tickets);
    life.told.staffWrites(ticketId);
    if (random() < 0.15) {
      life.world.api.customerReply(ticketId, 'Tack, det löste sig.');
      life.told.customerWrote(ticketId);
    }
  }
}

export async function quiet({ random, life }: Day): Promise<void> {
  await life.live(Math.floor(random() * random() * 40 * minute));
}

export async function eyesWander({ random, life, tickets }: Day): Promise<void> {
  await life.lookAt(random() < 0.6 ? pick(random, tickets) : null);
  const ticketId = life.front();
  if (ticketId) {
    void life.world.call('thread.open', { ticketId });
    await life.live(second);
    if (random() < 0.5) await life.world.call('thread.markRead', { ticketId, upTo: null });
  }
  await life.live(Math.floor(random() * 5 * minute));
}

/** The lid is closed; at most a notification of the last look comes before the sleep. */
export async function sleep(day: Day): Promise<void> {
  const { random, life, counts } = day;
  const { world } = life;
  counts.sleeps += 1;
  if (random() < 0.3) world.wake('asked');
  if (random() < 0.5) await life.live(Math.floor(random() * 100));
  const ms = Math.floor(minute + random() * random() * 9 * hour);
  if (random() < 0.5) world.clock.jump(ms);
  else world.clock.oversleep(ms);
  if (random() < 0.7) staffWrites(day);
  life.allowLook();
  if (random() < 0.25) return wakesWithoutNetwork(day);
  const withEvent = random() < 0.6;
  const woke = world.truth();
  let most = 1;
  if (withEvent) world.wake(pick(random, ['resume', 'unlock', 'online']));
  if (withEvent && random() < 0.4) {
    await life.live(Math.floor(random() * 5 * second));
    // who wakes it in the middle of a look gets another one
    if (life.isBusy()) most += 1;
    world.wake('unlock');
  }
  await seeOneLook(day, woke, withEvent ? soonAfterEvent : soonWithoutEvent, most);
  const notices = life.noticesSince(woke);
  if (notices > 1) world.complain(`${notices} notifications after one wake`);
}

/** The card needs a while to find its network; looks fail, and the one that follows the return tells all in one. */
async function wakesWithoutNetwork(day: Day): Promise<void> {
  const { random, life } = day;
  const woke = life.world.truth();
  life.setOnline(false);
  if (random() < 0.5) life.world.wake('resume');
  for (let look = 0; look < 8; look += 1) life.allowLook();
  await life.live(Math.floor(random() * 20 * second));
  life.setOnline(true);
  const back = life.world.truth();
  life.world.wake('online');
  await life.live(soonAfterEvent);
  if (life.looksSince(back) === 0) life.world.complain('no look within 5 s of the return of the network');
  await life.live(10 * second);
  const notices = life.noticesSince(woke);
  if (notices > 1) life.world.complain(`${notices} notifications after one wake without network`);
}

async function seeOneLook({ life, counts }: Day, woke: number, limit: number, most: number): Promise<void> {
  const { world } = life;
  while (world.truth() < woke + limit && life.looksSince(woke) === 0) await life.live(250);
  counts.latest = Math.max(counts.latest, world.truth() - woke);
  if (life.looksSince(woke) === 0) world.complain(`no look within ${limit} ms of a wake`);
  await life.live(Math.max(0, woke + 6 * second - world.truth()));
  const looks = life.looksSince(woke);
  if (looks > most) world.complain(`${looks} looks within 6 s of a wake`);
}

export async function networkFlaps({ random, life, counts }: Day): Promise<void> {
  const times = 1 + Math.floor(random() * 8);
  for (let flap = 0; flap < times; flap += 1) {
    counts.flaps += 1;
    life.setOnline(false);
    // a failed look is tried again soon, then ever later
    for (let look = 0; look < 8; look += 1) life.allowLook();
    await life.live(Math.floor(random() * random() * 10 * minute));
    life.setOnline(true);
    if (random() < 0.7) life.world.wake('online');
    await life.live(Math.floor(random() * 30 * second));
  }
}

/** Into another country, or over the hour of a summer time: no look, no notification comes of it. */
export async function zoneChanges({ random, life, counts }: Day): Promise<void> {
  counts.zones += 1;
  process.env.TZ = pick(random, zones);
  await life.live(minute);
}

export async function clockIsSet({ random, life, counts }: Day): Promise<void> {
  counts.clocks += 1;
  const ms = pick(random, [hour, 24 * hour, year, 10 * year, -hour, -24 * hour, -year, -10 * year]);
  life.allowLook();
  life.world.setWallClock(ms);
  await life.live(2 * minute);
}

export async function restarts(day: Day): Promise<void> {
  const { random, life, counts } = day;
  counts.restarts += 1;
  await life.restart(async () => {
    if (random() < 0.7) staffWrites(day);
    life.world.clock.jump(Math.floor(random() * random() * 3 * hour));
  });
  const started = life.world.truth();
  await life.live(20 * second);
  const notices = life.noticesSince(started);
  if (notices > 1) life.world.complain(`${notices} notifications after one start`);
}
