// A refusal that comes after its key was replaced says nothing of the key that is in use now.
import { afterEach, describe, expect, it } from 'vitest';
import type { Http, HttpAnswer } from '../../../electron/core/ports.ts';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import { createWorldUnderTest, type Program } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const refused: HttpAnswer = { ok: true, status: 401, headers: {}, text: '' };

/** HostUp holds back what is asked with the old key at these paths until it is let go, and then refuses it. */
async function slowRefusals() {
  let held: RegExp | null = null;
  const waiting: (() => void)[] = [];
  const wrap = (inner: Http): Http => ({
    ...inner,
    async request(request) {
      const isOld = request.headers.authorization === `Bearer ${DEMO_KEY}`;
      if (!isOld || !held?.test(`${request.method} ${request.path}`)) return inner.request(request);
      await new Promise<void>((go) => waiting.push(go));
      return refused;
    },
  });
  const world = createWorldUnderTest({ api: { tickets: 3 }, wrap });
  ends.push(world.remove);
  const program = await world.signedIn();
  ends.push(() => program.app.stop());
  world.api.setKey('second', ['read:support', 'write:support']);
  return {
    world,
    program,
    hold(path: RegExp) {
      held = path;
    },
    waiting,
    async letGo() {
      for (const go of waiting.splice(0)) go();
      await world.clock.advance(3_000);
    },
  };
}
const session = async ({ page }: Program) => {
  const answer = await page.call('session.get', {});
  return answer.ok ? answer.value : answer;
};

describe('a refusal of the key before', () => {
  it('of a look leaves the new key signed in, and the look is done with it', async () => {
    const { world, program, hold, waiting, letGo } = await slowRefusals();
    hold(/GET .*tickets\?/);
    program.app.wake('asked');
    await world.clock.advance(1_000);
    expect(waiting).toHaveLength(1);
    expect(await program.page.call('session.connect', { apiKey: 'second' })).toMatchObject({ ok: true });
    await letGo();
    expect(await session(program)).toMatchObject({ state: 'signed-in', problem: null });
    expect(await program.page.call('connection.get', {})).toMatchObject({ value: { state: 'up-to-date' } });
  });

  it('of a reply sends it once with the new key', async () => {
    const { world, program, hold, waiting, letGo } = await slowRefusals();
    const ticketId = world.api.tickets()[0]?.id ?? '';
    world.api.setStatus(ticketId, 'open');
    hold(/POST .*messages/);
    const reply = { id: 'one', ticketId, text: 'Hej', encrypted: false, reopen: true, replaces: '' };
    await program.page.call('reply.send', reply);
    await world.clock.advance(3_000);
    expect(waiting).toHaveLength(1);
    await program.page.call('session.connect', { apiKey: 'second' });
    await letGo();
    await world.clock.advance(60_000);
    expect(await session(program)).toMatchObject({ state: 'signed-in', problem: null });
    expect(world.api.applied().map(({ message }) => message)).toEqual(['Hej']);
  });

  it('that was heard before, but told later, signs nobody out', async () => {
    const { world, program, hold, waiting } = await slowRefusals();
    const ids = world.api.tickets().map(({ id }) => id);
    for (const id of ids) world.api.staffReply(id, 'Nytt');
    hold(/GET .*tickets\/tkt_/);
    program.app.wake('asked');
    await world.clock.advance(1_000);
    expect(waiting.length).toBeGreaterThan(1);
    // the look waits for the other conversations before it tells of this one
    waiting.shift()?.();
    await world.clock.advance(1_000);
    await program.page.call('session.connect', { apiKey: 'second' });
    for (const go of waiting.splice(0)) go();
    await world.clock.advance(5_000);
    expect(await session(program)).toMatchObject({ state: 'signed-in', problem: null });
  });

  it('of the key in use still signs out', async () => {
    const { world, program, hold, letGo } = await slowRefusals();
    hold(/GET .*tickets\?/);
    program.app.wake('asked');
    await world.clock.advance(1_000);
    await letGo();
    expect(await session(program)).toMatchObject({ state: 'signed-out', problem: { code: 'unauthorized' } });
  });
});
