// Notifications that were shown: when they go away by themselves, and that none comes twice.
import { afterEach, describe, expect, it } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { createAnnouncer } from '../../../electron/core/notify/announcer.ts';
import type { Announcement, Ports } from '../../../electron/core/ports.ts';
import { quietLog } from '../../adapters/quiet-log.ts';
import { anAccount } from '../../fakes/account.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createWorldUnderTest, type Program } from '../../fakes/program-under-test.ts';
import { aMessage, aTicket } from '../../fakes/records.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Signed in with these many tickets, and quiet. */
async function setUp(tickets: number) {
  const world = createWorldUnderTest({ api: { tickets: 0 }, ports: { fixedPollMs: 10_000 } });
  ends.push(() => world.remove());
  const ids = Array.from({ length: tickets }, (_, index) => world.api.addTicket({ subject: `${index}` }).id);
  const [id = ''] = ids;
  const ended = (program: Program) => {
    ends.push(() => program.app.stop());
    return program;
  };
  const program = ended(await world.signedIn());
  await world.clock.advance(15_000);
  const start = async (ports: Partial<Ports> = {}) => ended(await world.start(ports));
  return { ...world, ids, id, program, start };
}

const unread = async ({ page }: Program) => {
  const answer = await page.call('tickets.counts', {});
  return answer.ok ? answer.value.unread : answer.code;
};

describe('a notification', () => {
  it('goes away when the customer answers elsewhere, and the ticket is read up to there', async () => {
    const { api, clock, id, program, shown, withdrawn } = await setUp(1);
    api.staffReply(id, 'Fråga');
    await clock.advance(15_000);
    expect(withdrawn).toEqual([]);
    api.customerReply(id, 'Svarat på webben');
    await clock.advance(15_000);
    expect(withdrawn).toEqual([shown[0]?.id]);
    expect(await unread(program)).toBe(0);
    api.staffReply(id, 'Nytt svar');
    await clock.advance(15_000);
    expect(shown).toHaveLength(2);
    expect([withdrawn.length, await unread(program)]).toEqual([1, 1]);
  });

  it.each([
    ['the ticket was read', 'thread.markRead', { upTo: null }],
    ['the ticket was muted', 'tickets.mark', { muted: true }],
  ] as const)('goes away when the system shows it only after %s', async (_what, name, input) => {
    const { api, clock, id, shown, start, withdrawn, program } = await setUp(1);
    await program.app.stop();
    const answered = Promise.withResolvers<'shown'>();
    const { page } = await start({
      notifier: {
        show: (announcement) => {
          shown.push({ ...announcement, at: clock.now() });
          return answered.promise;
        },
        withdraw: (noticeId) => withdrawn.push(noticeId),
        inPage: () => [],
      },
    });
    api.staffReply(id, 'Fråga');
    await clock.advance(15_000);
    expect(shown).toHaveLength(1);
    const done =
      name === 'tickets.mark'
        ? await page.call(name, { ticketIds: [id], ...input })
        : await page.call(name, { ticketId: id, ...input });
    expect(done).toMatchObject({ ok: true });
    answered.resolve('shown');
    await clock.advance(0);
    expect(withdrawn).toEqual([shown[0]?.id]);
    await clock.advance(60_000);
    expect(shown).toHaveLength(1);
  });

  it('stays while a reply from here may be what looks like an answer from elsewhere', async () => {
    const { cache, outbox } = anAccount(openBetter).open();
    ends.push(cache.close, outbox.close);
    cache.putTicket(aTicket({ id: 't', unread: 1 }));
    cache.putMessages([
      aMessage({ id: 'm1', ticketId: 't', position: 1, sender: 'staff', unread: true }),
      aMessage({ id: 'm2', ticketId: 't', position: 2, sender: 'customer' }),
    ]);
    const told: string[] = [];
    let ours: string[] | null = null;
    const announcer = createAnnouncer({
      cache,
      clock: createFakeClock(),
      notifier: {
        async show() {
          told.push('shown');
          return 'shown';
        },
        withdraw: () => told.push('withdrawn'),
      },
      newId: () => 'n1',
      language: () => 'en',
      inFront: () => null,
      muted: () => false,
      quietUntil: () => null,
      sentFromHere: () => ours,
      onShown() {},
      onRead() {},
      log: quietLog(),
    });
    announcer.learnt('t');
    for (let looks = 0; looks < 2; looks += 1) await announcer.announce(false);
    expect(told).toEqual(['shown']);
    ours = [];
    await announcer.announce(false);
    expect(told).toEqual(['shown', 'withdrawn']);
    expect(cache.ticket('t')).toMatchObject({ unread: 0 });
  });

  it('that the system had not answered when the program was ended is not shown again', async () => {
    const { api, clock, id, program, start } = await setUp(1);
    await program.app.stop();
    const asked: Announcement[] = [];
    const notifier: Ports['notifier'] = {
      show: (announcement) => {
        asked.push(announcement);
        return new Promise(() => {});
      },
      withdraw: () => {},
      inPage: () => [],
    };
    const silent = await start({ notifier });
    await clock.advance(5_000);
    api.staffReply(id, 'Svar');
    await clock.advance(15_000);
    expect(asked).toHaveLength(1);
    await silent.app.stop();
    await start({ notifier });
    await clock.advance(30_000);
    expect(asked).toHaveLength(1);
  });
});

describe('a summary', () => {
  it('goes away when the last of its tickets was read, and not before', async () => {
    const { api, clock, ids, program, shown, start, withdrawn } = await setUp(3);
    await program.app.stop();
    for (const id of ids) api.staffReply(id, 'Svar i natt');
    const { page } = await start();
    await clock.advance(15_000);
    expect(shown).toHaveLength(1);
    const [last = '', ...first] = ids;
    for (const ticketId of first) await page.call('thread.markRead', { ticketId, upTo: null });
    expect(withdrawn).toEqual([]);
    await page.call('thread.markRead', { ticketId: last, upTo: null });
    expect(withdrawn).toEqual([shown[0]?.id]);
  });

  it('of one ticket stays until all of it was read', async () => {
    const { api, clock, id, program, shown, start, withdrawn } = await setUp(1);
    await program.app.stop();
    for (const text of ['Ett', 'Två']) api.staffReply(id, text);
    const { page } = await start();
    await clock.advance(15_000);
    expect(shown).toHaveLength(1);
    const thread = await page.call('thread.get', { ticketId: id, limit: 10 });
    const [, one, two] = thread.ok ? thread.value.messages : [];
    await page.call('thread.markRead', { ticketId: id, upTo: one?.id ?? '' });
    expect(withdrawn).toEqual([]);
    await page.call('thread.markRead', { ticketId: id, upTo: two?.id ?? '' });
    expect(withdrawn).toEqual([shown[0]?.id]);
  });
});
