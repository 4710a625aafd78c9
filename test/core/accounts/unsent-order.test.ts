// What is on its way from several accounts in one list: oldest first, and never swapped within one of them.
import { afterEach, expect, it } from 'vitest';
import { ask, offline, twoAlike } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** What is unsent after these replies, which nobody takes; a number sets the clock by so many milliseconds. */
async function unsentAfter(...steps: readonly ('a' | 'b' | number)[]) {
  const { agency, program, inA, inB } = await twoAlike(ends);
  for (const key of ['key-a', 'key-b']) agency.trouble.set(key, offline);
  let count = 0;
  for (const step of steps) {
    if (typeof step === 'number') agency.clock.jump(step);
    else {
      count += 1;
      const ticketId = step === 'a' ? inA : inB;
      const text = `${step}${count}`;
      await ask(program, 'reply.send', { id: text, ticketId, text, encrypted: false, reopen: false });
      agency.clock.jump(1_000);
    }
  }
  return (await ask(program, 'outbox.list', {})).map(({ text }) => text);
}

it('is oldest first', async () => {
  expect(await unsentAfter('a', 'b', 'b', 'a')).toEqual(['a1', 'b2', 'b3', 'a4']);
});

it('keeps the order of each account where the clock was set back in between', async () => {
  const unsent = await unsentAfter('a', 'b', -3_600_000, 'a', 'b');
  expect(unsent.filter((text) => text?.startsWith('a'))).toEqual(['a1', 'a3']);
  expect(unsent.filter((text) => text?.startsWith('b'))).toEqual(['b2', 'b4']);
});
