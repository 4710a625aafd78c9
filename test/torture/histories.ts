// Reply histories against the model server, with a virtual clock that is set wrong at times, impatient people and kills
// between any two steps.
// What must hold at the end of each: nothing lost, nothing applied more often than people asked for.

import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import * as move from '../../electron/core/outbox/transitions.ts';
import { createOutbox, type Outbox } from '../../electron/core/outbox/worker.ts';
import type { CacheStore, OutboxStore } from '../../electron/core/ports.ts';
import type { StoredOutgoing } from '../../electron/core/records.ts';
import type { Remote } from '../../electron/core/remote.ts';
import { createAbsorb } from '../../electron/core/sync/absorb.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { pick, randomFrom } from '../fakes/random.ts';
import type { Case, Suite } from './frame.ts';
import { judge, type Person } from './histories-judge.ts';
import { createModelServer, type ModelServer, type Mood } from './model-server.ts';

type Stores = { readonly cache: CacheStore; readonly outbox: OutboxStore };

/** In-process and promise-only, so letting microtasks run is enough; macrotasks would cost a hundred times more. */
async function settle(): Promise<void> {
  for (let round = 0; round < 40; round += 1) await Promise.resolve();
}

/** One life of the process. After `kill` nothing it still holds can touch the stores or come back from the server. */
function createLife(
  stores: Stores,
  server: ModelServer,
  clock: FakeClock,
  random: () => number,
  ticketId: string,
  keepEncrypted: boolean,
) {
  let alive = true;
  const never = new Promise<never>(() => {});
  const mortal = <T extends object>(inner: T): T =>
    new Proxy(inner, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return (...input: unknown[]) => {
          if (!alive) throw new Error('killed');
          return value.apply(target, input);
        };
      },
    });
  const remote = new Proxy(server as Remote, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function' || name === 'skew') return value;
      return async (...input: unknown[]) => {
        if (!alive) return never;
        const answer = await value.apply(target, input);
        return alive ? answer : never;
      };
    },
  });
  const cache = mortal(stores.cache);
  const mortalClock = {
    now: clock.now,
    after: (ms: number, task: () => void) => clock.after(ms, () => alive && task()),
  };
  const absorb = createAbsorb({
    cache,
    clock: mortalClock,
    floor: () => 0,
    keepEncrypted: () => keepEncrypted,
  });
  const outbox: Outbox = createOutbox({
    clock: mortalClock,
    random,
    cache,
    outbox: mortal(stores.outbox),
    remote,
    absorb,
    tell: () => {},
    onRefused: () => {},
    log: { info: () => {}, warn: () => {}, error: () => {} },
    mayRead: () => !server.refusedKey(),
    maySend: () => true,
  });
  return {
    outbox,
    kill: () => {
      alive = false;
    },
    /** what a poll does beside its own work */
    poll: async () => {
      const read = await server.thread(ticketId);
      if (!alive || !read.ok) return;
      absorb.detail(read.value);
      outbox.review(read.value);
      outbox.kick();
    },
  };
}

function moodOf(random: () => number): Mood {
  return {
    skew: Math.round((random() - 0.5) * 1_200_000),
    mask: pick(random, ['plain', 'plain', 'stars', 'null']),
    alters: random() < 0.1,
    readFails: pick(random, [0, 0, 0.3, 0.8]),
    postWorks: pick(random, [0, 0.3, 0.7, 1]),
  };
}

const texts = ['ok', 'ok', 'tack', 'Åäö – “citat”\r\nrad två', '<b>fet</b> & co', 'hemligt 123'] as const;

const withMark = (text: string): [string, boolean] => [text, text.startsWith('hem')];

async function history(stores: Stores, seed: number): Promise<string | null> {
  const random = randomFrom(seed);
  const clock = createFakeClock(1_777_000_000_000 + Math.floor(random() * 1e9), settle);
  const ticketId = `tkt_${seed}`;
  const pause = async () => {
    if (random() < 0.5) await new Promise<void>((go) => clock.after(Math.floor(random() * 3_000), go));
  };
  let wrong = 0;
  const truth = { ...clock, now: () => clock.now() - wrong };
  const mood = moodOf(random);
  const server = createModelServer(ticketId, truth, clock, random, mood, pause);
  while (random() < 0.4) server.writtenElsewhere(...withMark(pick(random, texts)));
  await clock.advance(random() * 60_000);
  const people: Person[] = [];
  const keepEncrypted = random() < 0.7;
  const live = () => createLife(stores, server, clock, random, ticketId, keepEncrypted);
  let life = live();
  life.outbox.start();
  const setClock = (ms: number) => {
    wrong += ms;
    clock.jump(ms);
  };

  const say = () => {
    const [text, encrypted] = withMark(pick(random, texts));
    const person = {
      id: `${seed}-${people.length}`,
      text,
      encrypted,
      presses: 0,
      discarded: false,
    };
    stores.outbox.put(
      move.queue({
        id: person.id,
        create: null,
        ticketId,
        text,
        encrypted: person.encrypted,
        reopen: false,
        queuedAt: clock.now(),
      }),
    );
    people.push(person);
    life.outbox.kick();
  };
  const choose = (change: (row: StoredOutgoing, person: Person) => StoredOutgoing | null) => {
    const person = people[Math.floor(random() * people.length)];
    const row = person && stores.outbox.get(person.id);
    const next = person && row ? change(row, person) : null;
    if (next) stores.outbox.put(next);
    life.outbox.kick();
  };

  say();
  for (let step = 0; step < 14; step += 1) {
    await clock.advance(pick(random, [0, 300, 2_500, 20_000, 70_000]) * random());
    const what = random();
    if (what < 0.3) {
      life.kill();
      life = live();
      life.outbox.start();
    } else if (what < 0.45 && people.length < 4) say();
    else if (what < 0.6) void life.poll().catch(() => {});
    else if (what < 0.75) choose(pressSendAgain);
    else if (what < 0.8)
      choose((row) => (row.state === 'needs-user' ? move.checkAgain(row, clock.now()) : null));
    else if (what < 0.83) choose(throwAway);
    else if (what < 0.9) server.acceptKey();
    else if (what < 0.96) setClock(pick(random, [-90_000, -30_000, -1_000, 60_000]));
    // where texts are hidden, nobody can tell it from a reply of ours
    else if (mood.mask === 'plain') server.writtenElsewhere(`elsewhere ${step}`, random() < 0.7);
  }
  server.calmDown();
  server.acceptKey();
  life.outbox.kick();
  for (let round = 0; round < 8; round += 1) {
    await clock.advance(150_000);
    const polled = life.poll();
    await clock.advance(10_000);
    await polled;
    if (round < 4) choose((row) => (isClosed(row) ? reopenAndSend(row, people) : null));
  }
  life.kill();
  return judge(stores.outbox, server, people);

  function throwAway(row: StoredOutgoing, person: Person): StoredOutgoing | null {
    if (!['queued', 'needs-user', 'rejected'].includes(row.state)) return null;
    person.discarded = true;
    return move.discard(row, clock.now());
  }
}

function pressSendAgain(row: StoredOutgoing, person: Person): StoredOutgoing | null {
  if (row.state !== 'needs-user' && row.state !== 'rejected') return null;
  person.presses += 1;
  return move.sendAgain(row);
}

const isClosed = (row: StoredOutgoing) => row.state === 'rejected' && row.reason?.code === 'ticket_closed';

function reopenAndSend(row: StoredOutgoing, people: readonly Person[]): StoredOutgoing {
  const person = people.find(({ id }) => id === row.id);
  if (person) person.presses += 1;
  return { ...move.sendAgain(row), reopen: true };
}

const historiesPerStore = 6;

export const histories: Suite = {
  name: 'histories',
  unit: 'histories',
  cases: { full: 100_000, quick: 1_000 },
  async setUp() {
    const open = () => {
      const answer = createStores({ folder: '/nonexistent', open: openBetter }).open('torture', null);
      if (!answer.ok) throw new Error(answer.code);
      return answer.value;
    };
    let stores = open();
    let used = 0;
    const run: Case = async (seed) => {
      used += 1;
      if (used > historiesPerStore) {
        stores.cache.close();
        stores.outbox.close();
        stores = open();
        used = 1;
      }
      return history(stores, seed);
    };
    return {
      run,
      end: async () => {
        stores.cache.close();
        stores.outbox.close();
      },
    };
  },
};
