// Search in the preview, against the stand-in: without a network, in both languages, whatever is typed.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, languages, openSignedIn, type Scene, startScene } from './scene.ts';

afterAll(closeBrowser);

const hour = 3_600_000;

/** Beside what else the account holds, the word Zebra finds these alone. */
function addTickets({ server }: Scene): void {
  const { api } = server;
  const add = (subject: string, ago: number, more: Parameters<typeof api.addTicket>[0]) =>
    api.addTicket({ subject, body: `Zebra: ${subject}`, createdAt: Date.now() - ago * hour, ...more });
  add('Zebra mejl studsar', 5, { status: 'customer_reply', priority: 'high' });
  add('Zebra faktura', 4, { status: 'on_hold', departmentSlug: 'billing' });
  const { id } = add('Zebra cron', 3, { status: 'customer_reply', priority: 'low' });
  add('Zebra gammalt', 900, { status: 'closed' });
  api.staffReply(id, 'Lösenordet för räksmörgåsen är bytt.', { senderName: 'Åsa' });
}

/** Operators are understood in both languages, whichever the page speaks. */
const queries = [
  ['zebra is:open', 3],
  ['zebra är:stängd', 1],
  ['zebra avd:billing', 1],
  ['zebra dept:billing', 1],
  ['zebra prio:hög', 1],
  ['räksmörgåsen from:staff', 1],
  ['räksmörgåsen från:mig', 0],
  ['"zebra cron"', 1],
  ['zebra -faktura is:open', 2],
  ['zebra before:2001-01-01', 0],
] as const;

const openOperator = { 'en-GB': 'is:open', 'sv-SE': 'är:öppen' } as const;
const highQuery = { 'en-GB': 'zebra priority:high', 'sv-SE': 'zebra prio:hög' } as const;

describe.each(languages)('searching, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    addTickets(scene);
    page = await openSignedIn(scene, text, locale);
  });
  afterAll(() => scene.close());

  const rows = () => page.getByRole('listbox').getByRole('option');
  const field = () => page.getByRole('searchbox', { name: text.searchTickets });
  const found = () =>
    page.getByRole('heading', {
      name: new RegExp(`^(${text.searchResults(1)}|${text.searchResults(0).replace('0', '\\d+')})$`),
    });
  /** From an empty field, so that nothing of the search before can be taken for its outcome. */
  const search = async (words: string) => {
    await field().fill('');
    await found().waitFor({ state: 'detached' });
    await field().fill(words);
    await found().waitFor();
  };
  const expectCount = (count: number, message = '') =>
    expect.poll(() => rows().count(), { message }).toBe(count);

  it('finds beginnings, with and without accents, and marks them where they stand', async () => {
    for (const words of ['räksmörg', 'raksmorgasen', 'RÄKSMÖRGÅS']) {
      await search(words);
      await expectCount(1, words);
      await expect.poll(() => page.locator('mark').first().innerText()).toMatch(/^räksmörg/);
    }
    await page.locator('.ticket-preview').getByText('Lösenordet för').waitFor();
    await page.getByRole('heading', { name: text.searchResults(1) }).waitFor();
  });

  it.each(queries)('understands %s', async (words, count) => {
    await search(words);
    await expectCount(count, words);
    if (count === 0) await page.getByText(text.noResults(words)).waitFor();
  });

  it('offers its operators, and takes anything else as words', async () => {
    await search('zebra');
    await page.getByRole('button', { name: text.searchHelp }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${openOperator[locale]}`) }).click();
    expect(await field().inputValue()).toBe(`zebra ${openOperator[locale]} `);
    await expectCount(3);
    for (const words of ['"', '((', 'from:', '*"- NEAR(', '%', "'; --", '\\', 'a'.repeat(500)]) {
      await search(words);
    }
    expect(scene.complaints).toEqual([]);
  });

  it('works without HostUp, and within filters', async () => {
    await scene.server.setOffline(true);
    await page
      .getByRole('status', { name: text.connection })
      .getByText(text.connectionStates.offline)
      .waitFor();
    await search(highQuery[locale]);
    await expectCount(1);
    await page.getByRole('button', { name: text.filter, exact: true }).click();
    await page.getByRole('checkbox', { name: text.priority.high }).click();
    await page.getByRole('button', { name: text.done }).click();
    await search('zebra');
    await expectCount(1);
    await rows().filter({ hasText: 'Zebra mejl' }).waitFor();
  });
});
