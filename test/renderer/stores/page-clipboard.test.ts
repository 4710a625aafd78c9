import { expect, it } from 'vitest';
import { type BrowserClipboard, createPageClipboard } from '../../../renderer/stores/page-clipboard.ts';
import { createFakeClock } from '../../fakes/clock.ts';

function setUp(change: Partial<BrowserClipboard> = {}) {
  const clock = createFakeClock(0);
  const held = { text: '', inFront: true, waiting: [] as (() => void)[] };
  const clipboard = createPageClipboard({
    write: async (text) => {
      held.text = text;
      return true;
    },
    read: async () => held.text,
    mayRead: async () => true,
    inFront: () => held.inFront,
    onceInFront: (run) => held.waiting.push(run),
    later: (run, milliseconds) => {
      const stop = clock.after(milliseconds, run);
      return () => void stop();
    },
    ...change,
  });
  return { clock, held, clipboard };
}

it('takes a secret back after a minute, and not before', async () => {
  const { clock, held, clipboard } = setUp();
  expect(await clipboard.copy('Tr0ub4dor&3', true)).toBe('leaves-in-front');
  await clock.advance(59_000);
  expect(held.text).toBe('Tr0ub4dor&3');
  await clock.advance(1_000);
  expect(held.text).toBe('');
});

it('leaves what somebody copied since', async () => {
  const { clock, held, clipboard } = setUp();
  await clipboard.copy('Tr0ub4dor&3', true);
  held.text = 'a shopping list';
  await clock.advance(61_000);
  expect(held.text).toBe('a shopping list');
});

it('counts the minute from the latest secret', async () => {
  const { clock, held, clipboard } = setUp();
  await clipboard.copy('first', true);
  await clock.advance(50_000);
  await clipboard.copy('second', true);
  await clock.advance(50_000);
  expect(held.text).toBe('second');
  await clock.advance(10_000);
  expect(held.text).toBe('');
});

it('waits until the page is in front, because a browser lets it look only then', async () => {
  const { clock, held, clipboard } = setUp();
  await clipboard.copy('Tr0ub4dor&3', true);
  held.inFront = false;
  await clock.advance(61_000);
  expect(held.text).toBe('Tr0ub4dor&3');
  held.inFront = true;
  for (const run of held.waiting.splice(0)) run();
  await clock.advance(1);
  expect(held.text).toBe('');
});

it('says that it stays where it may not look, and that it failed where it may not write', async () => {
  const blind = setUp({ mayRead: async () => false });
  expect(await blind.clipboard.copy('Tr0ub4dor&3', true)).toBe('stays');
  await blind.clock.advance(61_000);
  expect(blind.held.text).toBe('Tr0ub4dor&3');
  expect(await setUp({ write: async () => false }).clipboard.copy('x', true)).toBe('failed');
});

it('leaves what is no secret', async () => {
  const { clock, held, clipboard } = setUp();
  await clipboard.copy('first', true);
  expect(await clipboard.copy('#149943', false)).toBe('copied');
  await clock.advance(61_000);
  expect(held.text).toBe('#149943');
});

it('outlives a clipboard that cannot be read after all', async () => {
  const { clock, held, clipboard } = setUp({ read: () => Promise.reject(new Error('denied')) });
  await clipboard.copy('Tr0ub4dor&3', true);
  await clock.advance(61_000);
  expect(held.text).toBe('Tr0ub4dor&3');
});
