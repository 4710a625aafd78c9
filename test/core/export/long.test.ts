// A very long conversation: nothing else waits for it, and what is left out is said.
import { expect, it } from 'vitest';
import { type Exporting, ticketMarkdown } from '../../../electron/core/export/markdown.ts';
import { exportDates, exportWords } from '../../../electron/core/export/words.ts';
import { toBlocks } from '../../../electron/core/text/blocks.ts';
import { aMessage, aTicket, morning } from '../../fakes/records.ts';

it('lets others have their turn, and keeps every message in its place', async () => {
  const words = exportWords('en');
  const dates = exportDates(words, 'UTC');
  let pauses = 0;
  const exporting: Exporting = {
    words,
    dates: dates ?? expect.fail('UTC is a zone'),
    readBlocks: toBlocks,
    pause: async () => {
      pauses += 1;
    },
  };
  const messages = Array.from({ length: 300 }, (_, index) =>
    aMessage({
      id: `m${index}`,
      sentAt: morning + index * 60_000,
      body: `${'word '.repeat(200)}no ${index}`,
    }),
  );
  const text = await ticketMarkdown(aTicket(), messages, 7, exporting);
  expect(text).toContain('*7 earlier messages are left out.*');
  expect(text.match(/no \d+$/gm)).toEqual(messages.map((_, index) => `no ${index}`));
  // 300 KB of text, some 20 KB at a time
  expect(pauses).toBeGreaterThan(10);
});
