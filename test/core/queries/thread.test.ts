// A long conversation for the page: others have their turn while its texts are read, and each text is read once.
import { expect, it, onTestFinished } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import type { Clock } from '../../../electron/core/ports.ts';
import { createReadBlocks, threadOf } from '../../../electron/core/queries/thread.ts';
import { toBlocks } from '../../../electron/core/text/blocks.ts';
import { anAccount } from '../../fakes/account.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { aMessage, aTicket } from '../../fakes/records.ts';

/** Its time passes with the work: a millisecond for each message that is read. */
function aWorkingClock(inBetween = () => {}) {
  const inner = createFakeClock();
  let worked = 0;
  let pauses = 0;
  const clock: Clock = {
    now: () => inner.now() + worked,
    after(_ms, task) {
      pauses += 1;
      inBetween();
      queueMicrotask(task);
      return () => {};
    },
  };
  const readBlocks = createReadBlocks();
  return {
    clock,
    pauses: () => pauses,
    readBlocks(body: string) {
      const blocks = readBlocks(body);
      worked += 1;
      return blocks;
    },
  };
}

function stores(count: number, body = (index: number) => `Rad ${index}`) {
  const { cache, outbox } = anAccount(openBetter).open();
  onTestFinished(() => {
    cache.close();
    outbox.close();
  });
  cache.putTicket(aTicket());
  cache.putMessages(
    Array.from({ length: count }, (_, index) =>
      aMessage({ id: `m${index}`, position: index, body: body(index) }),
    ),
  );
  return { id: 'acc', cache, drafts: outbox };
}

it('is read in pieces, and is what it was when it was asked for', async () => {
  const parts = stores(200);
  const { clock, pauses, readBlocks } = aWorkingClock(() => {
    parts.cache.removeMessages(['m7']);
    parts.cache.putMessages([aMessage({ id: 'late', position: 900 })]);
  });
  const answer = await threadOf({ ...parts, readBlocks }, 'tkt_1', 150, clock);
  if (!answer.ok) expect.fail(answer.code);
  expect(answer.value.messages.map(({ id }) => id)).toEqual(
    Array.from({ length: 150 }, (_, index) => `m${index + 50}`),
  );
  expect(answer.value.messages[9]?.blocks).toEqual(toBlocks('Rad 59'));
  expect(answer.value.earlier).toBe(50);
  expect(pauses()).toBe(29);
});

it('of few messages is answered without a pause', async () => {
  const { clock, pauses, readBlocks } = aWorkingClock();
  const answer = await threadOf({ ...stores(4), readBlocks }, 'tkt_1', 100, clock);
  expect(answer.ok && answer.value.messages.length).toBe(4);
  expect(pauses()).toBe(0);
});

it('is read once, as far as it is kept, and what was read longest ago is forgotten first', () => {
  const readBlocks = createReadBlocks();
  const texts = Array.from({ length: 2_000 }, (_, index) => `${'ord '.repeat(400)}${index}`);
  const first = texts.map((text) => readBlocks(text));
  expect(texts.every((text, index) => readBlocks(text) === first[index])).toBe(true);
  const long = 'x'.repeat(3_000_000);
  expect(readBlocks(long)).toBe(readBlocks(long));
  expect(readBlocks(texts.at(-1) ?? '')).toBe(first.at(-1));
  expect(readBlocks(texts[0] ?? '')).not.toBe(first[0]);
});
