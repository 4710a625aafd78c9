// Looking at HostUp: what is asked, what is stored, what is told. On the stand-in with the clock turned by hand.
import { afterEach, describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../../electron/demo/types.ts';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { ownId } from '../../fakes/own-ids.ts';
import { createWorldUnderTest, type Program } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function setUp(api: Partial<DemoApiOptions> = {}, fixedPollMs: number | null = null) {
  const paths: string[] = [];
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  const world = createWorldUnderTest({
    api: { tickets: 0, ...api },
    ports: { fixedPollMs },
    wrap: (http) => {
      const inner = faults.wrap(http);
      return {
        ...inner,
        request: (request) => {
          paths.push(`${request.method} ${request.path}`);
          return inner.request(request);
        },
      };
    },
  });
  const start = async (begin: () => Promise<Program>) => {
    const program = await begin();
    ends.push(() => program.app.stop());
    return program;
  };
  ends.push(() => world.remove());
  return { ...world, paths, faults, signedIn: () => start(world.signedIn), start: () => start(world.start) };
}

const listed = async ({ page }: Program, view: 'all' | 'open' | 'needs-you' = 'all') => {
  const answer = await page.call('tickets.list', { view, offset: 0, limit: 200 });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const connection = async ({ page }: Program) => {
  const answer = await page.call('connection.get', {});
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};

describe('looking', () => {
  it('costs one request when nothing has changed', async () => {
    const world = await setUp({ tickets: 30 }, 10_000);
    await world.signedIn();
    await world.clock.advance(5_000);
    const before = world.paths.length;
    await world.clock.advance(100_000);
    expect(world.paths.slice(before)).toHaveLength(10);
  });

  it.each(['recent', 'oldest', 'number', 'shuffled'] as const)(
    'finds every ticket of a list in order "%s"',
    async (order) => {
      const world = await setUp({ tickets: 350, order });
      const program = await world.signedIn();
      await world.clock.advance(60_000);
      expect((await listed(program)).total).toBe(350);
    },
  );

  it('asks only the first page again where the list keeps its order, and all pages where it does not', async () => {
    for (const [order, pages] of [
      ['recent', 1],
      ['shuffled', 4],
    ] as const) {
      const world = await setUp({ tickets: 350, order }, 20_000);
      await world.signedIn();
      // the first conversations are read in several looks; then it is quiet
      await world.clock.advance(400_000);
      const before = world.paths.length;
      await world.clock.advance(20_000);
      expect(world.paths.slice(before).filter((path) => path.includes('/tickets?'))).toHaveLength(pages);
    }
  });

  it('notices an old ticket with news deep in a list without order', async () => {
    const world = await setUp({ tickets: 350, order: 'shuffled' }, 20_000);
    const program = await world.signedIn();
    await world.clock.advance(400_000);
    const ticket = world.api.tickets()[0];
    world.api.staffReply(ticket?.id ?? '', 'Nu är det klart.');
    await world.clock.advance(25_000);
    const thread = await program.page.call('thread.get', { ticketId: ticket?.id ?? '', limit: 10 });
    expect(thread).toMatchObject({ ok: true, value: { ticket: { unread: true, turn: 'you' } } });
  });

  it('marks a ticket that is not there any more as gone, keeps it readable, and takes it back', async () => {
    const world = await setUp({}, 10_000);
    const kept = world.api.addTicket({ subject: 'Kvar' });
    const lost = world.api.addTicket({ subject: 'Borta' });
    const program = await world.signedIn();
    world.api.removeTicket(lost.id);
    await world.clock.advance(12_000);
    const rows = (await listed(program)).rows;
    expect(rows.find((row) => row.id === lost.id)).toMatchObject({ gone: true });
    expect(rows.find((row) => row.id === kept.id)).toMatchObject({ gone: false });
    expect((await listed(program, 'open')).total).toBe(1);
    expect(await program.page.call('thread.get', { ticketId: lost.id, limit: 10 })).toMatchObject({
      ok: true,
    });
  });

  it('reads everything again without network after a restart', async () => {
    const world = await setUp();
    const ticket = world.api.addTicket({ subject: 'Läsbar offline', body: 'Brödtext' });
    const first = await world.signedIn();
    await first.app.stop();
    world.faults.setOffline(true);
    const program = await world.start();
    await world.clock.advance(3_000);
    expect((await connection(program)).state).toBe('offline');
    expect((await listed(program)).rows[0]).toMatchObject({ subject: 'Läsbar offline' });
    expect(
      JSON.stringify(await program.page.call('thread.get', { ticketId: ticket.id, limit: 10 })),
    ).toContain('Brödtext');
  });
});

describe('a bad answer', () => {
  const page = '<html><body>Logga in på hotellets nät</body></html>';
  it.each([
    ['a captive portal', 200, page],
    ['cut-off JSON', 200, '{"data":[{"id":"tkt_1","numb'],
    ['a wrong shape', 200, '{"data":[{"id":7}]}'],
    ['a proxy’s error page', 502, page],
  ])(
    '(%s) is an error with its status, stores nothing, and the next look is unaffected',
    async (_name, status, text) => {
      const world = await setUp({}, 10_000);
      world.api.addTicket({ subject: 'Hel' });
      const program = await world.signedIn();
      world.api.addTicket({ subject: 'Ny' });
      world.faults.add('GET', /tickets\?/, {
        kind: 'answer',
        status,
        text,
        headers: { 'x-request-id': 'req_77' },
      });
      await world.clock.advance(11_000);
      const state = await connection(program);
      expect(state).toMatchObject({ state: 'error', problem: { status, requestId: 'req_77' } });
      expect((await listed(program)).total).toBe(1);
      await world.clock.advance(11_000);
      expect((await connection(program)).state).toBe('up-to-date');
      expect((await listed(program)).total).toBe(2);
    },
  );

  it('that pages in a circle ends the walk', async () => {
    const world = await setUp({}, 10_000);
    const program = await world.signedIn();
    const circle = '{"data":[],"hasMore":true,"nextCursor":"again"}';
    world.faults.add('GET', /tickets\?/, { kind: 'answer', status: 200, text: circle }, 1_000);
    const before = world.paths.length;
    await world.clock.advance(11_000);
    expect((await connection(program)).state).toBe('error');
    expect(world.paths.length - before).toBeLessThanOrEqual(3);
  });

  it('to the key signs out, keeps the cache readable and the draft', async () => {
    const world = await setUp({}, 10_000);
    const ticket = world.api.addTicket({ subject: 'Kvar' });
    const program = await world.signedIn();
    await program.page.call('draft.save', { ticketId: ticket.id, text: 'halv mening', encrypted: false });
    world.api.setKey(DEMO_KEY, null);
    await world.clock.advance(11_000);
    expect(await program.page.call('session.get', {})).toMatchObject({ value: { state: 'signed-out' } });
    expect((await connection(program)).state).toBe('signed-out');
    expect((await listed(program)).total).toBe(1);
    const thread = await program.page.call('thread.get', { ticketId: ticket.id, limit: 10 });
    expect(thread).toMatchObject({ value: { draft: { text: 'halv mening' } } });
  });
});

describe('notifications', () => {
  it('say nothing of what was there before, and one thing per new staff reply', async () => {
    const world = await setUp({}, 10_000);
    const ticket = world.api.addTicket({ subject: 'VPS svarar inte' });
    world.api.staffReply(ticket.id, 'Gammalt svar');
    await world.signedIn();
    await world.clock.advance(30_000);
    expect(world.shown).toEqual([]);
    world.api.staffReply(ticket.id, 'Vi har startat om noden.', { senderName: 'Kim' });
    await world.clock.advance(30_000);
    expect(world.shown).toHaveLength(1);
    expect(world.shown[0]?.title).toContain(ticket.number);
    expect(world.shown[0]?.text).toContain('Vi har startat om noden.');
  });

  it('never carry the text of an encrypted message', async () => {
    const world = await setUp({}, 10_000);
    const ticket = world.api.addTicket({});
    await world.signedIn();
    world.api.staffReply(ticket.id, 'auth-kod 4711', { encrypted: true });
    await world.clock.advance(15_000);
    expect(world.shown).toHaveLength(1);
    expect(JSON.stringify(world.shown)).not.toContain('4711');
  });

  it('are not raised again after a restart, and what came meanwhile is one summary', async () => {
    const world = await setUp({}, 10_000);
    const tickets = [1, 2, 3].map((n) => world.api.addTicket({ subject: `Ärende ${n}` }));
    const first = await world.signedIn();
    world.api.staffReply(tickets[0]?.id ?? '', 'Svar');
    await world.clock.advance(15_000);
    expect(world.shown).toHaveLength(1);
    await first.app.stop();
    for (const ticket of tickets) world.api.staffReply(ticket.id, 'Svar medan datorn var av');
    await world.start();
    await world.clock.advance(30_000);
    expect(world.shown).toHaveLength(2);
    expect(world.shown[1]?.title).toContain('3');
  });

  it('stay away while that thread is in front, and go away when it is read here', async () => {
    const world = await setUp({}, 10_000);
    const [looked, other] = [world.api.addTicket({}), world.api.addTicket({})];
    const program = await world.signedIn();
    await program.page.call('window.looking', { ticketId: looked.id, focused: true });
    world.api.staffReply(looked.id, 'Jag ser det');
    world.api.staffReply(other.id, 'Det andra');
    await world.clock.advance(15_000);
    expect(world.shown.map((notice) => ownId(notice.ticketId))).toEqual([other.id]);
    const unread = async () => (await listed(program)).rows.filter((row) => row.unread).map((row) => row.id);
    expect((await unread()).toSorted()).toEqual([looked.id, other.id].toSorted());
    await program.page.call('thread.markRead', { ticketId: other.id, upTo: null });
    expect(await unread()).toEqual([looked.id]);
    expect(world.withdrawn).toEqual([world.shown[0]?.id]);
  });

  it('are not raised for what was answered elsewhere meanwhile', async () => {
    const world = await setUp({}, 10_000);
    const ticket = world.api.addTicket({});
    await world.signedIn();
    world.api.staffReply(ticket.id, 'Fråga');
    world.api.customerReply(ticket.id, 'Svarat på webben');
    await world.clock.advance(15_000);
    expect(world.shown).toEqual([]);
  });
});

describe('opening by number', () => {
  it('finds a ticket through v2, and through the older call where v2 is not there', async () => {
    const world = await setUp();
    const ticket = world.api.addTicket({ subject: 'Nummer' });
    const program = await world.signedIn();
    expect(await program.page.call('tickets.openByNumber', { number: `#${ticket.number}` })).toMatchObject({
      value: { ticketId: ticket.id },
    });
    expect(await program.page.call('tickets.openByNumber', { number: '1' })).toMatchObject({
      ok: false,
      code: 'not_found',
    });

    const old = await setUp({ v2: false });
    const known = old.api.addTicket({ subject: 'Gammal väg', body: 'Hej' });
    const older = await old.signedIn();
    const opened = await older.page.call('tickets.openByNumber', { number: known.number });
    expect(opened).toMatchObject({ ok: true });
    const ticketId = opened.ok ? opened.value.ticketId : '';
    expect(await older.page.call('thread.get', { ticketId, limit: 10 })).toMatchObject({
      value: { ticket: { subject: 'Gammal väg' } },
    });
  });
});

describe('departments', () => {
  it('come from HostUp, or from the tickets where the key may not list them', async () => {
    const full = await setUp();
    const program = await full.signedIn();
    expect(await program.page.call('tickets.departments', {})).toMatchObject({ value: { complete: true } });

    const narrow = await setUp({ keys: { [DEMO_KEY]: ['read:support', 'write:support'] } });
    narrow.api.addTicket({ departmentSlug: 'vps' });
    const limited = await narrow.signedIn();
    const answer = await limited.page.call('tickets.departments', {});
    expect(answer).toMatchObject({
      value: { complete: false, reason: 'forbidden', departments: [{ slug: 'vps' }] },
    });
  });
});
