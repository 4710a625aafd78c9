// A very long conversation: nothing else waits for it, and what is left out is said.
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { createLongDates } from '../../../electron/contract/long-dates.ts';
import { type Exporting, ticketMarkdown } from '../../../electron/core/export/markdown.ts';
import { printPart } from '../../../electron/core/export/print-part.ts';
import { newestMessages } from '../../../electron/core/export/unhurried.ts';
import { exportWords } from '../../../electron/core/export/words.ts';
import type { Clock } from '../../../electron/core/ports.ts';
import { toBlocks } from '../../../electron/core/text/blocks.ts';
import { anAccount } from '../../fakes/account.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { aMessage, aTicket, morning } from '../../fakes/records.ts';

/** A clock on which everything is due at once; its pauses are counted. */
function aHurriedClock() {
  let pauses = 0;
  const clock: Clock = {
    ...createFakeClock(),
    after(_ms, task) {
      pauses += 1;
      queueMicrotask(task);
      return () => {};
    },
  };
  return { clock, pauses: () => pauses };
}

const aLongText = (index: number) => `${'word '.repeat(200)}no ${index}`;
const conversation = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aMessage({
      id: `m${index}`,
      position: index,
      sentAt: morning + index * 60_000,
      body: aLongText(index),
    }),
  );

it('lets others have their turn, and keeps every message in its place', async () => {
  const words = exportWords('en');
  const dates = createLongDates('en-GB', 'UTC');
  const { clock, pauses } = aHurriedClock();
  const exporting: Exporting = { words, dates, account: null, readBlocks: toBlocks, clock };
  const messages = conversation(300);
  const text = await ticketMarkdown(aTicket(), messages, 7, exporting);
  expect(text).toContain('*7 earlier messages are left out.*');
  expect(text.match(/no \d+$/gm)).toEqual(messages.map((_, index) => `no ${index}`));
  // 300 KB of text, some 8 KB at a time
  expect(pauses()).toBeGreaterThan(25);
});

describe('a conversation in the databases', () => {
  const withMessages = (count: number) => {
    const { cache, outbox } = anAccount(openBetter).open();
    onTestFinished(() => {
      cache.close();
      outbox.close();
    });
    cache.putTicket(aTicket());
    cache.putMessages(conversation(count));
    return { id: 'acc', cache, drafts: outbox, readBlocks: toBlocks };
  };

  it('is read in parts, up to as many as are wanted', async () => {
    const { cache } = withMessages(240);
    for (const most of [1, 50, 130, 240, 2_000]) {
      const { clock, pauses } = aHurriedClock();
      const read = await newestMessages(cache, 'tkt_1', most, clock);
      expect(read.map(({ id }) => id)).toEqual(cache.messages('tkt_1', most).map(({ id }) => id));
      expect(pauses()).toBe(Math.ceil(Math.min(most, 240) / 50) - 1);
    }
    expect(await newestMessages(cache, 'none', 2_000, aHurriedClock().clock)).toEqual([]);
  });

  it('comes to the page that is printed in parts, and none of them keeps others waiting', async () => {
    const account = withMessages(240);
    const { clock, pauses } = aHurriedClock();
    const parts: string[][] = [];
    for (let before: string | null = null; ; before = parts[0]?.[0] ?? null) {
      const part = await printPart(account, { ticketId: 'tkt_1', before }, null, clock);
      if (!part.ok) expect.fail(part.code);
      expect(part.value).toMatchObject({ total: 240, whole: true, ticket: { id: 'tkt_1' } });
      if (part.value.messages.length === 0) break;
      parts.unshift(part.value.messages.map(({ id }) => id));
    }
    expect(parts.map((ids) => ids.length)).toEqual([40, 50, 50, 50, 50]);
    expect(parts.flat()).toEqual(conversation(240).map(({ id }) => id));
    // 240 KB of text, some 8 KB at a time
    expect(pauses()).toBeGreaterThan(25);
  });
});
