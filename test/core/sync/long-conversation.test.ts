// A long conversation that is read for the first time is kept a little at a time: nothing waits long for it, nobody takes
// half of it for all, and a kill in between costs nothing but another read.
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../electron/adapters/clock.ts';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import type { Clock } from '../../../electron/core/ports.ts';
import { createReadBlocks, threadOf } from '../../../electron/core/queries/thread.ts';
import type { Detail, StoredMessage } from '../../../electron/core/records.ts';
import { createAbsorb } from '../../../electron/core/sync/absorb.ts';
import { anAccount } from '../../fakes/account.ts';
import { settle } from '../../fakes/clock.ts';
import { aMessage, aTicket, morning } from '../../fakes/records.ts';

const id = 'long';
const unfetched = { fetchedAt: null, detailStamp: null, announcedUpTo: null, unread: 0 };

/** Two thousand messages of staff and customer in turn; staff's last three came after the account was first looked at. */
const told = (count = 2_000, body = 'Rad'): Detail => {
  const messages = Array.from({ length: count }, (_, position) =>
    aMessage({
      id: `m${position}`,
      ticketId: id,
      position,
      body: `${body} ${position}`,
      sentAt: morning + position,
      sender: position % 2 ? 'staff' : 'customer',
    }),
  );
  const { stamp: _stamp, ...listed } = aTicket({ id, messageCount: count, updatedAt: morning + count });
  const { number, subject, status, priority, departmentSlug, departmentName, createdAt } = listed;
  const { updatedAt, ccEmails, requesterName, messageCount, services } = listed;
  return {
    summary: {
      ...{ id, number, subject, status, priority, departmentSlug, departmentName, createdAt, updatedAt },
      ...{ ccEmails, requesterName, messageCount, services, lastMessageAt: morning + count },
    },
    messages,
  };
};
const floor = morning + 2_000 - 6;

function setUp() {
  const { cache, outbox } = anAccount(openBetter).open();
  onTestFinished(() => {
    cache.close();
    outbox.close();
  });
  cache.putTicket(aTicket({ id, ...unfetched }));
  const due: (() => void)[] = [];
  const clock: Clock = {
    now: () => morning,
    after(_ms, task) {
      due.push(task);
      return () => {};
    },
  };
  const portions: number[] = [];
  const counting = {
    ...cache,
    putMessages(messages: readonly StoredMessage[]) {
      portions.push(messages.length);
      cache.putMessages(messages);
    },
  };
  const settings = { keep: true };
  const absorb = createAbsorb({
    cache: counting,
    clock,
    floor: () => floor,
    keepEncrypted: () => settings.keep,
  });
  /** What has its turn between two portions, a few times or to the end. */
  async function turns(count = Number.POSITIVE_INFINITY): Promise<void> {
    await settle();
    for (let done = 0; done < count && due.length > 0; done += 1) {
      due.shift()?.();
      await settle();
    }
  }
  async function thread() {
    const parts = { id: 'acc', cache, drafts: outbox, readBlocks: createReadBlocks() };
    const answer = await threadOf(parts, id, 5_000, systemClock());
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  }
  const unread = () => cache.unannounced(5_000).map((message) => message.id);
  return { cache, absorb, settings, portions, turns, thread, unread };
}

const news = ['m1995', 'm1997', 'm1999'];

it('is kept a hundred messages at a time, and fewer if they are long', async () => {
  const { cache, absorb, portions, turns, unread } = setUp();
  const reading = absorb.patiently(told());
  await turns();
  expect(await reading).toBe(true);
  expect(portions.length).toBeGreaterThan(15);
  expect(Math.max(...portions)).toBeLessThanOrEqual(100);
  expect(cache.ticket(id)).toMatchObject({ unread: 3, lastSender: 'staff', fetchedAt: morning });
  expect(unread()).toEqual(news);

  cache.putTicket(aTicket({ id, ...unfetched }));
  cache.removeMessages(cache.messages(id, 5_000).map((message) => message.id));
  portions.length = 0;
  const again = absorb.patiently(told(120, 'Lång '.repeat(4_000)));
  await turns();
  expect(await again).toBe(true);
  expect(Math.max(...portions)).toBeLessThanOrEqual(3);
  expect(cache.countMessages(id)).toBe(120);
});

it('is neither shown nor announced nor taken for read before all of it is here', async () => {
  const { cache, absorb, turns, thread, unread } = setUp();
  const reading = absorb.patiently(told());
  for (let turn = 0; turn < 24; turn += 1) {
    await turns(1);
    expect(cache.ticket(id)?.fetchedAt).toBeNull();
    expect(cache.stale(9).map((ticket) => ticket.id)).toEqual([id]);
    expect(unread()).toEqual([]);
    expect(await thread()).toMatchObject({ messages: [], earlier: 0 });
  }
  expect(cache.countMessages(id)).toBeGreaterThan(1_000);
  await turns();
  await reading;
  expect((await thread()).messages).toHaveLength(2_000);
});

it('is the same after a kill and another read as after a read without one', async () => {
  const killed = setUp();
  void killed.absorb.patiently(told());
  await killed.turns(13);
  const after = createAbsorb({
    cache: killed.cache,
    clock: systemClock(),
    floor: () => floor,
    keepEncrypted: () => true,
  });
  await after.patiently(told());
  const whole = setUp();
  whole.absorb.detail(told());
  expect(killed.unread()).toEqual(news);
  expect(killed.cache.messages(id, 5_000)).toEqual(whole.cache.messages(id, 5_000));
  const { fetchedAt: _then, ...ticket } = killed.cache.ticket(id) ?? aTicket();
  expect(whole.cache.ticket(id)).toMatchObject(ticket);
});

it('gives way to another read that knows more', async () => {
  const { cache, absorb, turns, unread } = setUp();
  const reading = absorb.patiently(told());
  await turns(13);
  absorb.detail(told(2_003));
  await turns();
  expect(await reading).toBe(false);
  expect(cache.countMessages(id)).toBe(2_003);
  expect(unread()).toEqual([...news, 'm2001']);
});

it('keeps no encrypted text that came before it was said that none is to be kept', async () => {
  const { cache, absorb, settings, turns } = setUp();
  const { summary, messages } = told(400);
  const reading = absorb.patiently({
    summary,
    messages: messages.map((message) => ({ ...message, encrypted: true })),
  });
  await turns(5);
  expect(cache.message('m0')?.body).toBe('Rad 0');
  settings.keep = false;
  cache.keepEncrypted(false);
  await turns(3);
  const bodies = () => new Set(cache.messages(id, 5_000).map(({ body }) => body));
  expect(cache.countMessages(id)).toBeGreaterThan(200);
  expect(bodies()).toEqual(new Set(['']));
  await turns();
  await reading;
  expect(cache.countMessages(id)).toBe(400);
  expect(bodies()).toEqual(new Set(['']));
});

it('comes at once when it was read before, or is short', async () => {
  const { cache, absorb, portions, turns } = setUp();
  expect(await absorb.patiently(told(100))).toBe(true);
  expect(await absorb.patiently(told(150))).toBe(true);
  expect(portions).toEqual([100, 50]);
  await turns();
  expect(cache.countMessages(id)).toBe(150);
});
