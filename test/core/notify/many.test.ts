// Many replies at once: what is read and written for them does not grow with their conversations.
import { expect, it, onTestFinished } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { createAnnouncer } from '../../../electron/core/notify/announcer.ts';
import type { CacheStore } from '../../../electron/core/ports.ts';
import { quietLog } from '../../adapters/quiet-log.ts';
import { anAccount } from '../../fakes/account.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { aMessage, aTicket } from '../../fakes/records.ts';

function setUp(muted: readonly string[]) {
  const { cache, outbox } = anAccount(openBetter).open();
  onTestFinished(() => {
    cache.close();
    outbox.close();
  });
  let commits = 0;
  const counted: CacheStore = {
    ...cache,
    transaction(work) {
      commits += 1;
      return cache.transaction(work);
    },
  };
  const titles: string[] = [];
  const announcer = createAnnouncer({
    cache: counted,
    clock: createFakeClock(),
    notifier: {
      show: async ({ title }) => {
        titles.push(title);
        return 'shown';
      },
      withdraw() {},
    },
    newId: () => 'notice',
    language: () => 'en',
    inFront: () => null,
    muted: (ticketId) => muted.includes(ticketId),
    quietUntil: () => null,
    sentFromHere: () => [],
    onShown() {},
    onRead() {},
    log: quietLog(),
  });
  return { cache, announcer, titles, commits: () => commits };
}
const fromStaff = (ticketId: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    aMessage({ id: `${ticketId}-${index}`, ticketId, position: index, sender: 'staff', unread: true }),
  );

it('that are not told are noted in one commit, and those that are in another', async () => {
  const { cache, announcer, titles, commits } = setUp(['quiet']);
  for (const id of ['quiet', 'loud']) {
    cache.putTicket(aTicket({ id }));
    cache.putMessages(fromStaff(id, 40));
  }
  await announcer.announce(true);
  expect(titles).toEqual(['40 new replies from HostUp']);
  expect(commits()).toBe(2);
  expect(cache.unannounced(100)).toEqual([]);
  expect(cache.ledgerOf('quiet-7')).toMatchObject({ outcome: 'not-shown', why: 'muted' });
  expect(cache.ledgerOf('loud-7')).toMatchObject({ outcome: 'shown', why: null });
});

it('were answered elsewhere, however much was said after the answer', async () => {
  const { cache, announcer, titles } = setUp([]);
  cache.putTicket(aTicket({ id: 'long' }));
  cache.putMessages([
    ...fromStaff('long', 3),
    aMessage({ id: 'answer', ticketId: 'long', position: 3, sender: 'customer' }),
    ...Array.from({ length: 60 }, (_, index) =>
      aMessage({ id: `note-${index}`, ticketId: 'long', position: 4 + index, sender: 'automation' }),
    ),
  ]);
  await announcer.announce(true);
  expect(titles).toEqual([]);
  expect(cache.ledgerOf('long-0')).toMatchObject({ outcome: 'not-shown', why: 'answered' });
});
