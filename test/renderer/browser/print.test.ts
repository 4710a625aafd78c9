// A ticket on paper, as whoever prints it gets it.
import { describe, expect, it } from 'vitest';
import { eventually, inputsOf, useStage } from './stage.ts';

const open = useStage();
const ticket = { hash: '#/ticket/tkt_vps' };
const name = 'console-app-01.png';

describe('a ticket on paper', () => {
  it('has all that was said, open, and nothing that was encrypted', async () => {
    const page = await open({ hash: '#/print/tkt_vps' });
    const sheet = page.getByRole('main');
    await sheet.getByText('Encrypted message, left out.').first().waitFor();
    await sheet.getByRole('heading', { name: 'Attachments' }).waitFor();
    const files = sheet.getByRole('listitem').filter({ hasText: name });
    expect(await files.allInnerTexts()).toEqual([
      expect.stringMatching(/^console-app-01\.png image\/png · Alva Berg · .+ \d{4} \d\d:\d\d$/),
    ]);
    expect(await sheet.getByRole('button').count()).toBe(0);
    expect(await page.locator('details').count()).toBe(0);
    await eventually(() => inputsOf(page, 'print.ready'), [{ problem: null }]);
    expect(await sheet.getByText('The whole conversation had not been fetched').count()).toBe(0);
  });

  it('is black on white in the dark, too', async () => {
    const page = await open({ hash: '#/print/tkt_vps', context: { colorScheme: 'dark' } });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const colours = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector('h1') ?? document.body).color,
    ]);
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(27, 26, 24)']);
  });

  it('says why there is nothing to print, to whoever waits for it, too', async () => {
    const page = await open({ hash: '#/print/no-such' });
    await page.getByText('HostUp has no such ticket').waitFor();
    await eventually(() => inputsOf(page, 'print.ready'), [{ problem: 'not_found' }]);
  });

  it('is put together from parts, and says what is not in it', async () => {
    const page = await open(ticket);
    await page.evaluate(() => {
      const long = window.program.world.tickets.find(({ row }) => row.id === 'tkt_vps');
      if (!long) throw new Error('no such ticket');
      const [first] = long.messages;
      if (!first) throw new Error('nothing was said');
      long.fetchedAt = null;
      long.messages = Array.from({ length: 2_105 }, (_, index) => ({
        ...first,
        id: `long_${index}`,
        attachments: [],
        blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: `no ${index}.` }] }],
      }));
      location.hash = '#/print/tkt_vps';
    });
    const sheet = page.getByRole('main');
    await sheet.getByText('The whole conversation had not been fetched').waitFor();
    await sheet.getByText('105 earlier messages are left out.').waitFor();
    expect(await page.locator('.print-message p').allInnerTexts()).toEqual(
      Array.from({ length: 2_000 }, (_, index) => `no ${index + 105}.`),
    );
    expect(await inputsOf(page, 'print.ready')).toEqual([{ problem: null }]);
  });
});
