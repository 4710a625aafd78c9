// The user's own marks, through the whole program: pins, silence, hiding and snoozing, over restarts and replies.
import { afterEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import { ownId } from '../../fakes/own-ids.ts';
import { createWorldUnderTest, type Program } from '../../fakes/program-under-test.ts';

const hour = 3_600_000;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function setUp(options: Parameters<typeof createWorldUnderTest>[0] = {}) {
  const world = createWorldUnderTest({ api: { tickets: 0 }, ...options });
  ends.push(() => world.remove());
  const add = (subject: string, minutesAgo: number) =>
    world.api.addTicket({ subject, createdAt: world.clock.now() - minutesAgo * 60_000 }).id;
  const [a, b, c] = [add('a', 30), add('b', 20), add('c', 10)] as [string, string, string];
  let program: Program = await world.signedIn();
  ends.push(() => program.app.stop());
  let told: string[] = [];
  const listen = () => program.page.on('changed', ({ topics }) => told.push(...topics));
  listen();

  async function list(input: Partial<Input<'tickets.list'>> = {}): Promise<Output<'tickets.list'>> {
    const answer = await program.page.call('tickets.list', { view: 'all', offset: 0, limit: 50, ...input });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  }
  return {
    ...world,
    a,
    b,
    c,
    list,
    names: async (input: Partial<Input<'tickets.list'>> = {}) =>
      (await list(input)).rows.map(({ subject }) => subject).join(' '),
    counts: async () => {
      const answer = await program.page.call('tickets.counts', {});
      if (!answer.ok) throw new Error(answer.code);
      return answer.value;
    },
    mark: (ticketIds: string[], change: Omit<Input<'tickets.mark'>, 'ticketIds'>) =>
      program.page.call('tickets.mark', { ticketIds, ...change }),
    page: () => program.page,
    app: () => program.app,
    /** topics told since the last time it was asked */
    told: () => told.splice(0),
    async restart(away: () => void = () => {}) {
      await program.app.stop();
      away();
      program = await world.start();
      told = [];
      listen();
      await world.clock.advance(2_000);
    },
  };
}

describe('pinned tickets', () => {
  it('are on top in any sort until they are unpinned, also after a restart', async () => {
    const world = await setUp();
    expect(await world.names()).toBe('c b a');
    await world.mark([world.a], { pinned: true });
    expect(await world.names()).toBe('a c b');
    expect(await world.names({ sort: 'created' })).toBe('a c b');
    await world.restart();
    expect((await world.list()).rows.map(({ pinned }) => pinned)).toEqual([true, false, false]);
    await world.mark([world.a], { pinned: false });
    expect(await world.names()).toBe('c b a');
  });

  it('do not push a better match of a search down', async () => {
    const world = await setUp();
    await world.mark([world.a], { pinned: true });
    expect(await world.names({ query: 'is:pinned' })).toBe('a');
    expect(await world.names({ query: '-is:pinned' })).toBe('c b');
  });
});

describe('muted tickets', () => {
  it('raise no notification, neither now nor later', async () => {
    const world = await setUp();
    await world.mark([world.a], { muted: true });
    world.api.staffReply(world.a, 'Tyst');
    world.api.staffReply(world.b, 'Hörs');
    await world.clock.advance(5 * 60_000);
    expect(world.shown.map(({ ticketId }) => ownId(ticketId))).toEqual([world.b]);
    const [row] = (await world.list({ query: 'is:muted' })).rows;
    expect(row).toMatchObject({ id: world.a, unread: true, muted: true });
    await world.mark([world.a], { muted: false });
    await world.clock.advance(5 * 60_000);
    expect(world.shown).toHaveLength(1);
  });

  it('lose the notification that is still showing', async () => {
    const world = await setUp();
    world.api.staffReply(world.a, 'Syns');
    await world.clock.advance(5 * 60_000);
    await world.mark([world.a], { muted: true });
    expect(world.withdrawn).toEqual([world.shown[0]?.id]);
  });
});

describe('hidden tickets', () => {
  it('are in no view and no count, but in search and among the hidden', async () => {
    const world = await setUp();
    await world.mark([world.b], { hidden: true });
    for (const view of ['all', 'open', 'waiting'] as const) expect(await world.names({ view })).toBe('c a');
    expect(await world.names({ hidden: true })).toBe('b');
    expect(await world.names({ hidden: true, view: 'closed' })).toBe('');
    expect(await world.names({ query: '"b"' })).toBe('b');
    expect(await world.counts()).toMatchObject({ open: 2, waiting: 2, hidden: 1 });
    await world.page().call('draft.save', { ticketId: world.b, text: 'x', encrypted: false });
    expect(await world.names({ view: 'drafts' })).toBe('');
    expect(await world.counts()).toMatchObject({ drafts: 0 });
    await world.mark([world.b], { hidden: false });
    expect(await world.names({ view: 'drafts' })).toBe('b');
  });
});

describe('snoozed tickets', () => {
  it('come back at their time by themselves, and that is told', async () => {
    const world = await setUp();
    const until = world.clock.now() + 3 * hour;
    await world.mark([world.a, world.b], { snooze: { until } });
    expect(await world.names({ view: 'waiting' })).toBe('c');
    expect(await world.names({ view: 'open' })).toBe('c b a');
    expect(await world.names({ view: 'snoozed' })).toBe('b a');
    expect(await world.counts()).toMatchObject({ waiting: 1, open: 3, snoozed: 2 });
    await world.clock.advance(3 * hour - 1_000);
    world.told();
    expect((await world.list({ view: 'snoozed' })).rows[0]?.snoozedUntil).toBe(until);
    await world.clock.advance(1_000);
    expect(world.told()).toContain('tickets');
    expect(await world.names({ view: 'waiting' })).toBe('c b a');
    expect(await world.counts()).toMatchObject({ snoozed: 0 });
    // the time is over for good, also when the clock is set back
    world.clock.jump(-2 * hour);
    expect(await world.names({ view: 'snoozed' })).toBe('');
  });

  it('come back soon after a sleep in which their time was', async () => {
    const world = await setUp();
    await world.mark([world.a], { snooze: { until: world.clock.now() + hour } });
    world.clock.jump(5 * hour);
    await world.clock.advance(60_000);
    expect(world.told()).toContain(`ticket:${world.a}`);
    expect(await world.names({ view: 'waiting' })).toBe('c b a');
  });

  it.each(['reply', 5] as const)('come back with a reply of staff (until %s)', async (until) => {
    const world = await setUp();
    await world.mark([world.a], {
      snooze: { until: until === 'reply' ? until : world.clock.now() + until * hour },
    });
    await world.clock.advance(10 * 60_000);
    expect(await world.names({ view: 'snoozed' })).toBe('a');
    world.api.staffReply(world.a, 'Klart');
    await world.clock.advance(5 * 60_000);
    expect(await world.names({ view: 'snoozed' })).toBe('');
    expect(await world.names({ view: 'needs-you' })).toBe('a');
    expect(world.shown).toHaveLength(1);
  });

  it('come back with a reply that came while the program was not running', async () => {
    const world = await setUp();
    await world.mark([world.a], { snooze: { until: 'reply' } });
    await world.restart(() => world.api.staffReply(world.a, 'Klart'));
    await world.clock.advance(60_000);
    expect(await world.names({ view: 'needs-you' })).toBe('a');
  });

  it('may be snoozed again after they were answered, and stay so', async () => {
    const world = await setUp();
    world.api.staffReply(world.a, 'Hej');
    await world.clock.advance(5 * 60_000);
    await world.mark([world.a], { snooze: { until: 'reply' } });
    await world.restart();
    await world.clock.advance(10 * 60_000);
    expect(await world.names({ view: 'needs-you' })).toBe('');
    expect(await world.names({ view: 'snoozed' })).toBe('a');
    await world.mark([world.a], { snooze: null });
    expect(await world.names({ view: 'needs-you' })).toBe('a');
  });

  it('are not snoozed until a time that is over', async () => {
    const world = await setUp();
    expect(await world.mark([world.a], { snooze: { until: world.clock.now() } })).toEqual({
      ok: true,
      value: null,
    });
    expect(await world.names({ view: 'snoozed' })).toBe('');
    expect(world.bugs).toEqual([]);
  });

  it('come into sight while a reply needs the user', async () => {
    const world = await setUp();
    await world.mark([world.a], { snooze: { until: 'reply' }, hidden: true });
    world.api.closeTicket(world.a);
    await world
      .page()
      .call('reply.send', { id: 'r', ticketId: world.a, text: 'Hej', encrypted: false, reopen: false });
    await world.clock.advance(5_000);
    expect(await world.names({ view: 'needs-you' })).toBe('a');
    expect(await world.counts()).toMatchObject({ needsYou: 1, hidden: 0, snoozed: 0 });
    await world.page().call('outbox.discard', { id: 'r' });
    expect(await world.names({ view: 'needs-you' })).toBe('');
  });
});

describe('several tickets at once', () => {
  it('are marked together; unknown ones are passed over', async () => {
    const world = await setUp();
    expect(await world.mark([world.a, 'unknown', world.a, world.c], { pinned: true })).toEqual({
      ok: true,
      value: null,
    });
    expect(await world.names({ query: 'is:pinned' })).toBe('c a');
    expect(await world.mark(['unknown'], { pinned: true })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await world.mark([], { pinned: true })).toMatchObject({ ok: false, code: 'bad_call' });
  });

  it('are marked read', async () => {
    const world = await setUp();
    for (const id of [world.a, world.b]) world.api.staffReply(id, 'Hej');
    await world.clock.advance(5 * 60_000);
    expect(await world.counts()).toMatchObject({ unread: 2 });
    await world.page().call('tickets.markRead', { ticketIds: [world.a, world.b, world.c, 'unknown'] });
    expect(await world.counts()).toMatchObject({ unread: 0 });
    expect(world.withdrawn).toEqual(world.shown.map(({ id }) => id));
  });

  it('are listed as unread until they are read, also within a search', async () => {
    const world = await setUp();
    world.api.staffReply(world.a, 'Nytt svar');
    world.api.staffReply(world.c, 'Ett till');
    await world.clock.advance(5 * 60_000);
    expect(await world.names({ unread: true, sort: 'number' })).toBe('c a');
    expect(await world.names({ unread: true, query: '"a"' })).toBe('a');
    expect(await world.names({ unread: true, query: '-is:unread' })).toBe('');
    await world.page().call('tickets.markRead', { ticketIds: [world.c] });
    expect(await world.names({ unread: true })).toBe('a');
  });

  it('are closed, a few at a time, and each answers for itself', async () => {
    let under = 0;
    let most = 0;
    const world = await setUp({
      wrap: (http) => ({
        ...http,
        async request(request) {
          if (!request.path.endsWith('/close')) return http.request(request);
          most = Math.max(most, ++under);
          await new Promise((later) => setTimeout(later, 5));
          under -= 1;
          return http.request(request);
        },
      }),
    });
    const more = Array.from({ length: 9 }, (_, n) => world.api.addTicket({ subject: `t${n}` }).id);
    await world.clock.advance(5 * 60_000);
    const asked = [world.a, 'tkt_unknown', ...more];
    const answer = await world.page().call('tickets.close', { ticketIds: asked });
    if (!answer.ok) throw new Error(answer.code);
    const { results } = answer.value;
    expect(results.map(({ ticketId }) => ticketId)).toEqual(asked);
    expect(
      results.filter(({ failure }) => failure).map(({ ticketId, failure }) => [ticketId, failure?.code]),
    ).toEqual([['tkt_unknown', 'not_found']]);
    expect(most).toBe(4);
    expect(await world.counts()).toMatchObject({ open: 2, closed: 10 });
  });
});
