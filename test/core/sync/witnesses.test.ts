// Answers that are well-formed and wrong: a clock of another century, another ticket than the one that was asked for, a
// conversation that never can be read. None of them may keep the next reply from being told.
import { afterEach, describe, expect, it } from 'vitest';
import type { Http, HttpAnswer } from '../../../electron/core/ports.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createWorldUnderTest, type ProgramOptions } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Change = (path: string, answer: HttpAnswer) => HttpAnswer;

async function setUp(
  prepare: (api: ReturnType<typeof createWorldUnderTest>['api']) => void,
  options: ProgramOptions = {},
) {
  const paths: string[] = [];
  let change: Change = (_path, answer) => answer;
  const wrap = (http: Http): Http => ({
    ...http,
    async request(request) {
      paths.push(request.path);
      const answer = await http.request(request);
      return answer.ok ? change(request.path, answer) : answer;
    },
  });
  const world = createWorldUnderTest({
    api: { tickets: 0 },
    ports: { fixedPollMs: 10_000 },
    ...options,
    wrap,
  });
  ends.push(() => world.remove());
  prepare(world.api);
  const signedIn = async () => {
    const program = await world.signedIn();
    ends.push(() => program.app.stop());
    return program;
  };
  return { ...world, paths, signedIn, change: (next: Change) => (change = next) };
}

const withDate =
  (date: string): Change =>
  (_path, answer) => ({ ...answer, headers: { ...answer.headers, date } });
const honest: Change = (_path, answer) => answer;

describe('a wrong clock in the first answer', () => {
  it.each(['Mon, 27 Apr 2076 11:45:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    '(%s) does not silence what staff writes later',
    async (date) => {
      const world = await setUp((api) => api.staffReply(api.addTicket({}).id, 'Gammalt svar'));
      world.change(withDate(date));
      await world.signedIn();
      world.change(honest);
      world.api.staffReply(world.api.tickets()[0]?.id ?? '', 'Nytt svar');
      await world.clock.advance(30_000);
      expect(world.shown.map(({ text }) => text)).toEqual([expect.stringContaining('Nytt svar')]);
    },
  );

  it('of the last century does not announce what was there before', async () => {
    const world = await setUp((api) => api.staffReply(api.addTicket({}).id, 'Gammalt svar'));
    world.change(withDate('Thu, 01 Jan 1970 00:00:00 GMT'));
    await world.signedIn();
    await world.clock.advance(30_000);
    expect(world.shown).toEqual([]);
  });

  it.each([-10, 10])('of our own (%i years off) changes nothing of it', async (years) => {
    const off = years * 365 * 86_400_000;
    const clock = createFakeClock();
    let wrong = 0;
    const world = await setUp((api) => api.staffReply(api.addTicket({}).id, 'Gammalt svar'), {
      clock,
      api: { tickets: 0, now: () => clock.now() - wrong },
    });
    clock.jump(off);
    wrong = off;
    await world.signedIn();
    await world.clock.advance(30_000);
    expect(world.shown).toEqual([]);
    world.api.staffReply(world.api.tickets()[0]?.id ?? '', 'Nytt svar');
    await world.clock.advance(30_000);
    expect(world.shown).toHaveLength(1);
  });

  it('of one message does not hide the replies that follow it', async () => {
    const world = await setUp((api) => void api.staffReply(api.addTicket({}).id, 'Gammalt svar'));
    const ticketId = world.api.tickets()[0]?.id ?? '';
    await world.signedIn();
    world.api.staffReply(ticketId, 'Svar från framtiden');
    world.change((path, answer) =>
      path.endsWith(ticketId)
        ? {
            ...answer,
            text: answer.text.replace(
              /"sentAt":"2026[^"]*"(?=[^}]*framtiden)/,
              '"sentAt":"2999-01-01T00:00:00Z"',
            ),
          }
        : answer,
    );
    await world.clock.advance(15_000);
    world.change(honest);
    world.api.staffReply(ticketId, 'Svaret efter');
    await world.clock.advance(30_000);
    expect(world.shown.at(-1)?.text).toContain('Svaret efter');
  });
});

describe('a conversation', () => {
  it('that comes as another ticket’s is refused, and neither of the two is touched', async () => {
    const world = await setUp((api) => {
      api.addTicket({ subject: 'Ett', body: 'Text ett' });
      api.addTicket({ subject: 'Två', body: 'Text två' });
    });
    const [one, two] = world.api.tickets();
    const program = await world.signedIn();
    world.api.staffReply(one?.id ?? '', 'Svar');
    world.change((path, answer) =>
      path.endsWith(one?.id ?? '-')
        ? {
            ...answer,
            text: answer.text
              .replace(one?.id ?? '', two?.id ?? '')
              .replace(one?.number ?? '', two?.number ?? ''),
          }
        : answer,
    );
    await world.clock.advance(11_000);
    const thread = JSON.stringify(
      await program.page.call('thread.get', { ticketId: two?.id ?? '', limit: 10 }),
    );
    expect(thread).toContain('Text två');
    expect(thread).not.toContain('Text ett');
    world.change(honest);
    await world.clock.advance(90_000);
    expect(world.shown).toHaveLength(1);
  });

  it('that cannot be read says so, holds up no other, and is asked for ever more seldom', async () => {
    const world = await setUp((api) => {
      for (const subject of ['Trasig', 'Hel']) api.addTicket({ subject });
    });
    const [broken, sound] = world.api.tickets();
    const program = await world.signedIn();
    const isBroken = (path: string) => path.endsWith(broken?.id ?? '-');
    world.change((path, answer) => (isBroken(path) ? { ...answer, text: '{"id":7}' } : answer));
    world.api.staffReply(broken?.id ?? '', 'Oläsligt');
    for (let reply = 1; reply <= 5; reply += 1) {
      world.api.staffReply(sound?.id ?? '', `Läsligt ${reply}`);
      await world.clock.advance(10_000);
      expect(world.shown).toHaveLength(reply);
    }
    expect(await program.page.call('connection.get', {})).toMatchObject({
      value: { state: 'error', problem: { code: 'bad_answer' } },
    });
    world.paths.length = 0;
    await world.clock.advance(3_600_000);
    expect(world.paths.filter(isBroken).length).toBeLessThanOrEqual(6);
    expect(world.paths.filter((path) => path.includes('?limit=100')).length).toBeGreaterThan(300);
    world.change(honest);
    await world.clock.advance(3_600_000);
    expect(await program.page.call('connection.get', {})).toMatchObject({
      value: { state: 'up-to-date', problem: null },
    });
    expect(world.shown).toHaveLength(6);
  });
});

describe('a list that never ends', () => {
  it.each([
    ['with always another cursor', () => ({ hasMore: true, nextCursor: `c${Math.random()}` }), true],
    [
      'with always another cursor and no tickets',
      () => ({ hasMore: true, nextCursor: `c${Math.random()}` }),
      false,
    ],
    ['with the same cursor', () => ({ hasMore: true, nextCursor: 'same' }), true],
    ['without a cursor', () => ({ hasMore: true }), true],
  ])('%s is asked twice at most', async (_name, more, full) => {
    const world = await setUp((api) => void api.addTicket({}));
    const program = await world.signedIn();
    world.change((path, answer) =>
      path.includes('/tickets?')
        ? {
            ...answer,
            text: JSON.stringify({ ...JSON.parse(answer.text), ...(full ? {} : { data: [] }), ...more() }),
          }
        : answer,
    );
    await world.clock.advance(1_000);
    world.paths.length = 0;
    await program.page.call('sync.now', {});
    await world.clock.advance(1_000);
    expect(world.paths.length).toBeLessThanOrEqual(2);
    expect(await program.page.call('connection.get', {})).toMatchObject({ value: { state: 'error' } });
  });
});
