// Mutated API answers: some looks and calls while anything may come back, then honest answers again. Nothing may
// throw, hang, ask without end or store what is no row, and after it the program must be as if nothing had been.

import type { CallName } from '../../electron/contract/calls.ts';
import type { HttpRequest } from '../../electron/core/ports.ts';
import { pick, randomFrom } from '../fakes/random.ts';
import { damaged, delayOf, moodOf } from './answers-damage.ts';
import { differsFromTruth, misshapenRow } from './answers-rows.ts';
import { answersOverTheWire } from './answers-wire.ts';
import { watchBugs } from './bugs.ts';
import type { Case, Suite } from './frame.ts';
import { mib, type Sample, sample, slope } from './heap.ts';
import { createTold } from './told.ts';
import { beginsLook, createWorld, type World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Requests of one look: pages of the list, conversations, and replies that are looked for. */
const mostRequests = 300;
const wireEvery = 300;
const sampleEvery = 500;
/** Fewer say nothing of the memory. */
const enoughSamples = 6;

type Scene = ReturnType<typeof createScene>;

function createScene(random: () => number) {
  let bad = false;
  let inLook = 0;
  let mostInLook = 0;
  let spoiled = 0;
  const mood = moodOf(random);
  const told = createTold({
    api: () => world.api,
    truth: () => world.truth(),
    cache: () => world.cache(),
    front: () => null,
    readAt: () => 0,
    complain: (what) => world.complain(what),
  });
  const world = createWorld({
    random,
    api: { order: pick(random, ['recent', 'recent', 'shuffled', 'oldest']) },
    ports: { notifier: told.notifier },
    async answer(request, honest) {
      count(request);
      if (!bad) return honest();
      spoiled += 1;
      const delay = delayOf(random);
      const instead = await damaged(random, mood, request, honest);
      if (delay > 0) await new Promise<void>((go) => void world.clock.after(delay, go));
      return instead;
    },
  });

  function count(request: HttpRequest): void {
    inLook = beginsLook(request) ? 1 : inLook + 1;
    mostInLook = Math.max(mostInLook, inLook);
  }

  return {
    world,
    told,
    tickets: fill(random, world),
    setBad: (value: boolean) => {
      bad = value;
    },
    mostInLook: () => mostInLook,
    spoiled: () => spoiled,
  };
}

function fill(random: () => number, { api }: World): string[] {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => {
    const { id } = api.addTicket({
      subject: `Ärende ${index}`,
      body: 'Det går inte att logga in.',
      ccEmails: ['ops@example.com'],
      linkedServices: [
        { serviceType: 'vps', serviceId: 'vps_1', serviceName: 'app-01', details: { ip: ['192.0.2.1'] } },
      ],
    });
    for (let more = Math.floor(random() * 4); more > 0; more -= 1)
      random() < 0.5
        ? api.staffReply(id, 'Vi tittar.')
        : api.customerReply(id, 'Tack.', { encrypted: random() < 0.2 });
    return id;
  });
}

/** A person who does not wait: opens, reads, writes, closes and asks again while everything is broken. */
async function press(random: () => number, { world, tickets }: Scene, press: number): Promise<void> {
  const ticketId = pick(random, tickets as [string, ...string[]]);
  const id = `press-${press}`;
  const presses: readonly (() => Promise<unknown>)[] = [
    async () => world.wake('asked'),
    async () => world.wake('online'),
    () => world.call('thread.open', { ticketId }),
    () => world.call('tickets.openByNumber', { number: pick(random, ['616001', '1', 'x/../y', ticketId]) }),
    () => world.call('tickets.departments', {}),
    () =>
      world.call('reply.send', {
        id,
        ticketId,
        text: `Svar ${id}`,
        encrypted: random() < 0.3,
        reopen: random() < 0.3,
      }),
    () => world.call('ticket.close', { ticketId }),
    () => world.call('ticket.reopen', { ticketId }),
  ];
  void presses[Math.floor(random() * random() * presses.length)]?.();
}

/** What every page asks all the time must be answered whatever was stored. */
async function lookAround({ world, tickets }: Scene): Promise<void> {
  for (const name of ['session.get', 'connection.get', 'tickets.counts', 'outbox.list'] satisfies CallName[])
    await world.call(name, {});
  for (const view of ['all', 'needs-you'] as const)
    await world.call('tickets.list', { view, offset: 0, limit: 200 });
  for (const ticketId of tickets) await world.call('thread.get', { ticketId, limit: 200 });
  world.summary();
}

/** Honest answers until the program says that it is up to date; a key that was refused is typed again. */
async function recover({ world, setBad }: Scene): Promise<string | null> {
  setBad(false);
  const until = world.truth() + 4 * hour;
  // what is still under way may end badly
  await world.clock.advance(40_000);
  while (world.truth() < until) {
    const { nextCheckAt } = await world.connection();
    if (await isSignedOut(world)) await world.connect();
    world.wake('asked');
    await world.clock.advance(5_000);
    const after = await world.connection();
    if (after.state === 'up-to-date') return null;
    await world.clock.advance(Math.min(hour, Math.max(minute, (nextCheckAt ?? 0) - world.clock.now())));
  }
  const { state, problem } = await world.connection();
  return `four hours of honest answers later it is "${state}" (${problem?.code ?? 'no problem'})`;
}

/** A reply that had waited out a pause goes out after a look, and is told of by the next. */
async function recoverWhole(scene: Scene): Promise<string | null> {
  const sent = () => scene.world.api.applied().length;
  let before = -1;
  while (before !== sent()) {
    before = sent();
    const stuck = await recover(scene);
    if (stuck) return stuck;
  }
  return null;
}

/** The page must be told so wherever it looks. */
async function isSignedOut(world: World): Promise<boolean> {
  const session = await world.call('session.get', {});
  const signedOut = session.ok && session.value.state === 'signed-out';
  const { state } = await world.connection();
  if (signedOut !== (state === 'signed-out'))
    world.complain(`signed out: ${signedOut}, but the connection is "${state}"`);
  return signedOut;
}

async function play(random: () => number, scene: Scene): Promise<string | null> {
  const { world, told, tickets } = scene;
  const honestStart = random() < 0.6;
  scene.setBad(!honestStart);
  await world.start();
  if (!(await world.connect())) {
    scene.setBad(false);
    // a refusal may have asked for an hour's pause
    await world.clock.advance(hour + minute);
    if (!(await world.connect())) return 'could not sign in';
  }
  if (honestStart) await world.clock.advance(2_000);
  scene.setBad(true);
  const rounds = 1 + Math.floor(random() * 4);
  for (let round = 0; round < rounds; round += 1) {
    await press(random, scene, round);
    if (random() < 0.3) await press(random, scene, 100 + round);
    await world.clock.advance(random() < 0.1 ? 10 * minute : Math.floor(random() * 40_000));
    if (random() < 0.05) await world.restart();
    if (await isSignedOut(world)) await world.connect();
    await lookAround(scene);
    const cache = world.cache();
    const wrong = cache && misshapenRow(cache);
    if (wrong) return wrong;
  }
  const stuck = await recover(scene);
  if (stuck) return stuck;
  // what staff writes from here on, to a new ticket too, is read whole and announced, whatever was believed before
  await world.clock.advance(1_000);
  tickets.push(world.api.addTicket({ subject: 'Ett nytt ärende' }).id);
  for (const id of tickets) told.staffWrites(id);
  world.wake('asked');
  await world.clock.advance(1_000);
  const stillStuck = await recoverWhole(scene);
  if (stillStuck) return stillStuck;
  await lookAround(scene);
  return judge(scene);
}

function judge({ world, told, mostInLook }: Scene): string | null {
  const cache = world.cache();
  if (!cache) return 'nothing is stored';
  told.finish();
  const twice = world.api
    .applied()
    .find(({ message }, index, all) => all.findIndex((other) => other.message === message) !== index);
  if (twice) return `"${twice.message}" was sent twice`;
  if (mostInLook() > mostRequests) return `${mostInLook()} requests in one look`;
  return misshapenRow(cache) ?? differsFromTruth(cache, world.api.tickets());
}

const heapOf = (samples: readonly Sample[]): string =>
  `heap ${mib(samples[2]?.heap ?? 0)} to ${mib(samples.at(-1)?.heap ?? 0)} MiB (${mib(slope(samples, 'heap'))} MiB per 1,000 cases)`;

export const answers: Suite = {
  name: 'answers',
  unit: 'cases of mutated answers',
  cases: { full: 50_000, quick: 400 },
  async setUp() {
    const bugs = watchBugs();
    const prototype = Object.getOwnPropertyNames(Object.prototype).join();
    const samples: Sample[] = [];
    let [cases, spoiled, most, wired] = [0, 0, 0, 0];

    const run: Case = async (seed) => {
      cases += 1;
      if (cases % sampleEvery === 1) samples.push(sample(cases / 1_000));
      if (seed % wireEvery === 1) {
        wired += 1;
        const wrong = await answersOverTheWire(randomFrom(seed));
        if (wrong) return wrong;
      }
      const random = randomFrom(seed);
      const scene = createScene(random);
      const wrong = await play(random, scene).catch((cause: unknown) => `threw ${String(cause)}`);
      await scene.world.end();
      spoiled += scene.spoiled();
      most = Math.max(most, scene.mostInLook());
      if (Object.getOwnPropertyNames(Object.prototype).join() !== prototype || 'polluted' in {})
        return 'the prototype of every object was changed';
      return wrong ?? bugs.take() ?? scene.world.complaints()[0] ?? null;
    };

    return {
      run,
      end: async () => bugs.stop(),
      facts: () =>
        `${spoiled} answers mutated, ${wired} cases over real sockets with 50 MB, at most ${most} requests in a look` +
        (samples.length < enoughSamples ? '' : `, ${heapOf(samples)}`),
    };
  },
};
