// Storms of 429: refused lists, conversations and replies, people who press everything meanwhile, restarts, sleep and
// clocks set back. No request may leave before the time the refusals asked for, and after the storm all is caught up.

import type { HttpRequest } from '../../electron/core/ports.ts';
import { pick, randomFrom } from '../fakes/random.ts';
import { watchBugs } from './bugs.ts';
import type { Case, Suite } from './frame.ts';
import { type Refusal, refusal } from './storms-answers.ts';
import { type CallName, createWorld, type World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const year = 365 * 24 * hour;
/** An ordinary storm of a client that hammers is thousands; a look, a reply and a question each take a handful. */
const mostPerHour = 400;

type Totals = { refusals: number; requests: number; soonest: number; busiest: number };

function createScene(random: () => number, totals: Totals) {
  let left = 0;
  let where: RegExp = /./;
  let closedUntil = 0;
  let lastHour: number[] = [];

  function note(request: HttpRequest): void {
    const now = world.truth();

    const early = closedUntil - now;
    if (early > 0)
      world.complain(`${request.method} ${request.path.slice(0, 60)} left ${early} ms too early`);
    if (closedUntil > 0) totals.soonest = Math.min(totals.soonest, -early);
    totals.requests += 1;
    lastHour = [...lastHour.filter((at) => at > now - hour), now];
    totals.busiest = Math.max(totals.busiest, lastHour.length);
    if (lastHour.length > mostPerHour) world.complain(`${lastHour.length} requests within an hour`);
  }

  function deliver({ answer, pause }: Refusal): Refusal['answer'] {
    totals.refusals += 1;

    closedUntil = Math.max(closedUntil, world.truth() + pause);
    return answer;
  }

  const world: World = createWorld({
    random,
    async answer(request, honest) {
      note(request);
      const refused = left > 0 && where.test(`${request.method} ${request.path}`) && random() < 0.8;
      if (refused) left -= 1;
      const asking = world.life();
      const slow = random() < 0.3 ? 1 + Math.floor(random() * 4_000) : 1;
      const pending = refused ? null : honest();
      // never at once: what left together with a request was not warned by its answer
      await new Promise<void>((go) => void world.clock.after(slow, go));
      if (pending) return pending;
      if (asking !== world.life()) return honest();
      const said = refusal(random, world.truth(), world.clock.now());
      // a 200 that says "nothing is left" carries what was asked for, and a POST is refused for good or not at all
      if (said.answer.status !== 200) return deliver(request.method === 'POST' ? asRefused(said) : said);
      const answered = await honest();
      return answered.ok ? { ...deliver(said), text: answered.text, status: answered.status } : answered;
    },
  });

  return {
    world,
    storm(count: number): void {
      left = count;
      where = pick(random, [/./, /./, /GET .*limit=/, /GET .*tickets\/tkt/, /POST/]);
    },
    calm: () => {
      left = 0;
    },
    closedUntil: () => closedUntil,
  };
}

/** A 503 proves nothing about a POST; what is tested here is 429. */
const asRefused = ({ answer, pause }: Refusal): Refusal =>
  answer.status === 429
    ? { answer, pause }
    : { answer: { ...answer, status: 429 }, pause: Math.max(1_000, pause) };

type Scene = ReturnType<typeof createScene>;

/** What people, the system and the page do while the gate is shut. */
async function disturb(
  random: () => number,
  { world }: Scene,
  tickets: readonly [string, ...string[]],
  turn: number,
): Promise<void> {
  const ticketId = pick(random, tickets);
  const call = (name: CallName, input: never) => void world.call(name, input);
  const ways: readonly [() => unknown, ...(() => unknown)[]] = [
    () => world.wake('asked'),
    () => world.wake(pick(random, ['resume', 'unlock', 'online'])),
    () => call('sync.now', {} as never),
    () => call('thread.open', { ticketId } as never),
    () => call('tickets.openByNumber', { number: '600000' } as never),
    () => call('tickets.departments', {} as never),
    () => call('ticket.close', { ticketId } as never),
    () =>
      call('reply.send', {
        id: `reply-${turn}`,
        ticketId,
        text: `Svar ${turn}`,
        encrypted: false,
        reopen: true,
      } as never),
    () => world.api.staffReply(ticketId, `Svar från HostUp ${turn}`),
    () => world.restart(),
    () => world.clock.jump(Math.floor(random() * 8 * hour)),
    () => world.setWallClock(-Math.floor(pick(random, [40_000, hour, 30 * 24 * hour, 10 * year]) * random())),
    () => world.connect(),
  ];
  await pick(random, ways)();
}

async function play(random: () => number, scene: Scene): Promise<string | null> {
  const { world } = scene;
  const tickets = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    (_, index) => world.api.addTicket({ subject: `Ärende ${index}` }).id,
  ) as [string, ...string[]];
  if (random() < 0.2) scene.storm(1 + Math.floor(random() * 3));
  await world.start();
  for (let attempt = 0; attempt < 5 && !(await world.connect()); attempt += 1)
    await world.clock.advance(hour);
  await world.clock.advance(2_000);
  for (let turn = 1 + Math.floor(random() * 3); turn > 0; turn -= 1) {
    scene.storm(1 + Math.floor(random() * 6));
    for (let presses = Math.floor(random() * 4); presses >= 0; presses -= 1) {
      await disturb(random, scene, tickets, turn * 10 + presses);
      await world.clock.advance(
        Math.floor(pick(random, [0, 100, 900, 5_000, 60_000, 20 * minute]) * random()),
      );
    }
  }
  return settle(scene, tickets);
}

/** The storm is over: within the longest pause and a little, everything must be as HostUp has it. */
async function settle(
  { world, calm, closedUntil }: Scene,
  tickets: readonly string[],
): Promise<string | null> {
  calm();
  // what is under way may still be refused
  await world.clock.advance(10_000);
  for (const ticketId of tickets) world.api.staffReply(ticketId, 'Sista svaret');
  const until = Math.max(closedUntil(), world.truth()) + 100 * minute;
  // a clock set back may prolong a pause by its own length, and a look may be under way
  while (
    world.truth() < until &&
    ((await world.connection()).state !== 'up-to-date' || world.truth() < closedUntil())
  )
    await world.clock.advance(5 * minute + 7_000);
  const { state } = await world.connection();
  if (state !== 'up-to-date') return `long after the storm it is "${state}"`;
  await world.clock.advance(20 * minute);
  // nor does a reply wait more than an hour for a time that a clock set back has moved away
  for (let waited = 0; waited < hour && (await unsent(world)) !== null; waited += 10 * minute)
    await world.clock.advance(10 * minute);
  const open = await unsent(world);
  if (open) return `long after the storm a reply is ${open}`;
  const sent = world.api.applied().map(({ message }) => message);
  if (new Set(sent).size !== sent.length) return `sent twice: ${sent.join(', ')}`;
  const knows = (id: string) =>
    world
      .cache()
      ?.messages(id, 100)
      .some(({ body }) => body === 'Sista svaret');
  const missing = tickets.filter((id) => !knows(id));
  return missing.length > 0 ? `${missing.length} conversations were not read again` : null;
}

/** The state of the first reply whose end is open, or null. */
async function unsent(world: World): Promise<string | null> {
  const list = await world.call('outbox.list', {});
  return (list.ok && list.value.find(({ state }) => state !== 'rejected')?.state) || null;
}

export const storms: Suite = {
  name: 'storms',
  unit: 'storms of 429',
  cases: { full: 10_000, quick: 300 },
  async setUp() {
    const bugs = watchBugs();
    const totals: Totals = { refusals: 0, requests: 0, soonest: Number.POSITIVE_INFINITY, busiest: 0 };
    const run: Case = async (seed) => {
      const random = randomFrom(seed);
      const scene = createScene(random, totals);
      const wrong = await play(random, scene).catch((cause: unknown) => `threw ${String(cause)}`);
      await scene.world.end();
      return bugs.take() ?? scene.world.complaints()[0] ?? wrong;
    };
    return {
      run,
      end: async () => bugs.stop(),
      facts: () =>
        `${totals.refusals} refusals, ${totals.requests} requests, the soonest ${totals.soonest} ms after the gate opened, ` +
        `at most ${totals.busiest} in an hour`,
    };
  },
};
