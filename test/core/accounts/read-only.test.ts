// Whether a key may write: what is said of it is what HostUp said, and it is asked again, because a key may get the scope.
import { afterEach, describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../../electron/demo/types.ts';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const day = 24 * 3_600_000;
const readOnly = ['read:support'] as const;
const both = ['read:support', 'write:support'] as const;
const replies = /\/messages$/;
/** where a key is asked about its scope, with a ticket that lacks everything */
const asking = /\/tickets$/;
const forbidden = { kind: 'answer', status: 403, text: '{"code":"forbidden"}' } as const;

async function setUp(keys: DemoApiOptions['keys'] = { [DEMO_KEY]: both }) {
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  let asked = 0;
  const world = createWorldUnderTest({
    api: { tickets: 0, keys },
    wrap: (http) => {
      const inner = faults.wrap(http);
      return {
        ...inner,
        request(request) {
          if (request.method === 'POST' && asking.test(request.path)) asked += 1;
          return inner.request(request);
        },
      };
    },
  });
  ends.push(world.remove);
  const ticket = world.api.addTicket({ subject: 'Hjälp', status: 'open', departmentSlug: 'vps' });
  let program = await world.signedIn();
  ends.push(() => program.app.stop());
  let replied = 0;
  return {
    ...world,
    faults,
    asked: () => asked,
    async restart() {
      await program.app.stop();
      program = await world.start();
      await world.clock.advance(5_000);
    },
    async type(apiKey: string) {
      expect(await program.page.call('session.connect', { apiKey })).toMatchObject({ ok: true });
      await world.clock.advance(5_000);
    },
    async reply() {
      const row = { id: `r${++replied}`, ticketId: ticket.id, text: 'hej', encrypted: false, reopen: false };
      const answer = await program.page.call('reply.send', row);
      await world.clock.advance(5_000);
      return answer.ok ? null : answer.code;
    },
    close: () => program.page.call('ticket.close', { ticketId: ticket.id }),
    async outgoing() {
      const answer = await program.page.call('outbox.list', {});
      return answer.ok ? answer.value : [];
    },
    async canWrite() {
      const session = await program.page.call('session.get', {});
      return session.ok && session.value.canWrite;
    },
  };
}

describe('a refusal while HostUp cannot be asked about the key', () => {
  it('is one of this reply alone', async () => {
    const { faults, reply, outgoing, canWrite, restart } = await setUp();
    faults.add('POST', replies, forbidden);
    faults.add('POST', asking, { kind: 'lost' });
    await reply();
    expect(await outgoing()).toMatchObject([{ state: 'rejected', reason: { code: 'forbidden' } }]);
    expect(await canWrite()).toBe(true);
    await restart();
    expect(await canWrite()).toBe(true);
    expect(await reply()).toBeNull();
  });

  it('is one of this closing alone', async () => {
    const { faults, close, canWrite } = await setUp();
    faults.add('POST', /\/close$/, forbidden);
    faults.add('POST', asking, { kind: 'lost' });
    expect(await close()).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await canWrite()).toBe(true);
  });
});

describe('a key that may only read', () => {
  it('is asked about again at a start, when it is typed, and once a day, and creates nothing by it', async () => {
    const { api, asked, canWrite, restart, type, clock } = await setUp({ [DEMO_KEY]: readOnly });
    for (const again of [restart, () => type(DEMO_KEY), () => clock.advance(day)]) {
      const before = asked();
      await again();
      expect(asked()).toBe(before + 1);
      expect(await canWrite()).toBe(false);
    }
    expect(api.tickets()).toHaveLength(1);
  });

  it.each([
    ['at a start', (world: Awaited<ReturnType<typeof setUp>>) => world.restart()],
    ['when it is typed again', (world: Awaited<ReturnType<typeof setUp>>) => world.type(DEMO_KEY)],
    ['within a day', (world: Awaited<ReturnType<typeof setUp>>) => world.clock.advance(day)],
  ])('may write once it got the scope, which is noticed %s', async (_when, happens) => {
    const world = await setUp({ [DEMO_KEY]: readOnly });
    world.api.setKey(DEMO_KEY, both);
    await happens(world);
    expect(await world.canWrite()).toBe(true);
    expect(await world.reply()).toBeNull();
  });

  it('says nothing of the key that takes its place', async () => {
    const { faults, canWrite, type } = await setUp({ [DEMO_KEY]: readOnly, other: both });
    faults.add('POST', asking, { kind: 'lost' });
    await type('other');
    expect(await canWrite()).toBe(true);
  });
});

it('is not asked about any more once it is known to write, or when the account is gone', async () => {
  const { asked, restart, type, clock } = await setUp();
  expect(asked()).toBe(1);
  await restart();
  await type(DEMO_KEY);
  await clock.advance(2 * day);
  expect(asked()).toBe(1);
});
