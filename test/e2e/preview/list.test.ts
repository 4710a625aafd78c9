// The list, search, marks and closing in the preview, against the stand-in: what the page asks, the program does.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { en } from '../../../renderer/text/en.ts';
import { closeBrowser, key, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

const hour = 3_600_000;
const rows = (page: Page) => page.getByRole('listbox').getByRole('option');
const row = (page: Page, subject: string) => rows(page).filter({ hasText: subject });
const flash = (page: Page, words: string | RegExp) => page.locator('.flash').getByText(words).waitFor();
const statusOf = (id: string) => scene.server.api.tickets().find((ticket) => ticket.id === id)?.status;

/** An account of its own, in which only these tickets are found by the word Zebra. */
async function start() {
  scene = await startScene();
  const { api } = scene.server;
  const add = (subject: string, ago: number, more: Parameters<typeof api.addTicket>[0] = {}) =>
    api.addTicket({ subject, body: `Zebra: ${subject}`, createdAt: Date.now() - ago * hour, ...more });
  const tickets = {
    mail: add('Zebra mejl studsar', 5, { status: 'customer_reply', priority: 'high' }),
    bill: add('Zebra faktura', 4, { status: 'on_hold', departmentSlug: 'billing' }),
    cron: add('Zebra cron', 3, { status: 'customer_reply', priority: 'low' }),
    old: add('Zebra gammalt', 900, { status: 'closed' }),
  };
  api.staffReply(tickets.cron.id, 'Lösenordet för räksmörgåsen är bytt.', { senderName: 'Åsa' });
  scene.env.HOSTUP_API_KEY = key;
  const page = await scene.open(await scene.start());
  await page
    .getByRole('status', { name: /^(Connection|Anslutning)$/ })
    .getByText('Up to date')
    .waitFor();
  return { page, tickets };
}

async function inSwedish(page: Page): Promise<void> {
  await page.keyboard.press(',');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('sv');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Sök ärenden' }).waitFor();
}

const search = (page: Page, words: string) => page.getByRole('searchbox').fill(words);

describe('the list', () => {
  it('is narrowed by status, priority and department, in every view, and ordered', async () => {
    const { page } = await start();
    await search(page, 'zebra');
    await expect.poll(() => rows(page).count()).toBe(4);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    for (const name of ['On hold', 'Closed']) await page.getByRole('checkbox', { name, exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Done' }).click();
    await search(page, '');
    await page.getByRole('button', { name: 'All tickets' }).click();
    await row(page, 'Zebra gammalt').waitFor();
    await page.getByRole('button', { name: 'Remove the filter Status: Closed' }).click();
    await expect.poll(() => row(page, 'Zebra gammalt').count()).toBe(0);
    await row(page, 'Zebra faktura').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();

    await page.getByRole('button', { name: /^Order/ }).click();
    await page.getByRole('menuitemradio', { name: 'Highest number' }).click();
    await rows(page).first().filter({ hasText: 'Zebra gammalt' }).waitFor();
    expect(scene.complaints).toEqual([]);
  });

  it('keeps pins, snoozes and hidden tickets over a restart', async () => {
    const { page } = await start();
    await page.keyboard.press('3');
    await row(page, 'Zebra mejl').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Pin/ }).click();
    await flash(page, '1 ticket pinned.');
    await rows(page).first().filter({ hasText: 'Zebra mejl' }).waitFor();
    await row(page, 'Zebra faktura').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Hide here/ }).click();
    await expect.poll(() => row(page, 'Zebra faktura').count()).toBe(0);
    await row(page, 'Zebra cron').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Snooze/ }).click();
    await page.getByRole('menuitem', { name: /^Next week/ }).click();
    await flash(page, '1 ticket snoozed.');
    await page.keyboard.press('1');
    await expect.poll(() => row(page, 'Zebra cron').count()).toBe(0);

    await page.context().close();
    await scene.previews()[0]?.end('SIGTERM');
    const again = await scene.open(await scene.start());
    await again.getByRole('button', { name: 'Snoozed' }).click();
    await row(again, 'Zebra cron').waitFor();
    await again.getByRole('button', { name: 'Hidden' }).click();
    await row(again, 'Zebra faktura').waitFor();
    await again.getByRole('button', { name: 'All open' }).click();
    await rows(again).first().filter({ hasText: 'Zebra mejl' }).waitFor();
    expect(scene.complaints).toEqual([]);
  });

  it('takes back what was done, in Swedish and by keyboard', async () => {
    const { page } = await start();
    await inSwedish(page);
    await page.getByRole('button', { name: 'Alla öppna' }).click();
    await row(page, 'Zebra faktura').focus();
    await page.keyboard.press('h');
    await flash(page, '1 ärende dolt här.');
    await expect.poll(() => row(page, 'Zebra faktura').count()).toBe(0);
    await page.keyboard.press('z');
    await flash(page, 'Ångrat.');
    await row(page, 'Zebra faktura').waitFor();
    await row(page, 'Zebra faktura').focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: /^Tills HostUp svarar/ }).click();
    await flash(page, '1 ärende uppskjutet.');
    await page.getByRole('button', { name: 'Uppskjutna' }).click();
    await row(page, 'Uppskjutet tills HostUp svarar').waitFor();
    expect(scene.complaints).toEqual([]);
  });
});

describe('searching', () => {
  it('finds beginnings, with and without accents, and marks them where they stand', async () => {
    const { page } = await start();
    for (const words of ['räksmörg', 'raksmorgasen', 'RÄKSMÖRGÅS']) {
      await search(page, words);
      await expect.poll(() => rows(page).count(), { message: words }).toBe(1);
      await expect.poll(() => page.locator('mark').first().innerText()).toMatch(/^räksmörg/);
    }
    await page.locator('.ticket-preview').getByText('Lösenordet för').waitFor();
    expect(scene.complaints).toEqual([]);
  });

  it('understands operators in both languages, also from its help, and takes anything', async () => {
    const { page } = await start();
    for (const [words, count] of [
      ['zebra is:open', 3],
      ['zebra är:stängd', 1],
      ['zebra avd:billing', 1],
      ['zebra prio:hög', 1],
      ['räksmörgåsen from:staff', 1],
      ['räksmörgåsen från:mig', 0],
      ['"zebra cron"', 1],
      ['zebra -faktura is:open', 2],
      ['zebra before:2001-01-01', 0],
    ] as const) {
      await search(page, words);
      await expect.poll(() => rows(page).count(), { message: words }).toBe(count);
    }
    await search(page, 'zebra');
    await page.getByRole('button', { name: 'Search operators' }).click();
    await page.getByRole('menuitem', { name: /^is:open/ }).click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('zebra is:open ');
    await expect.poll(() => rows(page).count()).toBe(3);
    for (const words of ['"', '((', 'from:', '*"- NEAR(', '%', "'; --", '\\']) {
      await search(page, words);
      await page
        .getByText(/^Nothing found|found$/)
        .first()
        .waitFor();
    }
    expect(scene.complaints).toEqual([]);
  });

  it('works without HostUp, and within filters', async () => {
    const { page } = await start();
    await scene.server.setOffline(true);
    await page.getByRole('status', { name: 'Connection' }).getByText('Offline').waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('checkbox', { name: 'High' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await search(page, 'zebra');
    await expect.poll(() => rows(page).count()).toBe(1);
    await row(page, 'Zebra mejl').waitFor();
  });
});

describe('closing and reopening', () => {
  it('closes one from its conversation, and opens it again by taking that back', async () => {
    const { page, tickets } = await start();
    await page.getByRole('button', { name: 'All open' }).click();
    await row(page, 'Zebra mejl').click();
    await page.getByRole('button', { name: 'Close ticket' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close ticket' }).click();
    await flash(page, '1 ticket closed.');
    expect(statusOf(tickets.mail.id)).toBe('closed');
    await page.locator('.flash').getByRole('button', { name: 'Undo' }).click();
    await flash(page, 'Undone.');
    expect(statusOf(tickets.mail.id)).not.toBe('closed');
    await page.getByRole('button', { name: 'Close ticket' }).waitFor();
    expect(scene.complaints).toEqual([]);
  });

  it('closes several after a question, and says which could not be closed', async () => {
    const { page, tickets } = await start();
    await page.getByRole('button', { name: 'All open' }).click();
    for (const subject of ['Zebra mejl', 'Zebra faktura', 'Zebra cron']) {
      await row(page, subject).click({ modifiers: ['ControlOrMeta'] });
    }
    scene.server.faults.add({ kind: 'status', status: 409, path: `${tickets.bill.id}/actions/close` });
    await page.locator('.selection-bar').getByText('3 selected').waitFor();
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Close 3 tickets' }).click();
    const refused = page.getByRole('dialog', { name: '1 ticket could not be closed' });
    await refused.getByText('Zebra faktura').waitFor();
    await refused.getByText(en.codes.conflict.says).waitFor();
    await refused.getByRole('button', { name: 'Done' }).click();
    expect([tickets.mail, tickets.bill, tickets.cron].map(({ id }) => statusOf(id))).toEqual([
      'closed',
      'on_hold',
      'closed',
    ]);
    await page.keyboard.press('z');
    await flash(page, 'Undone.');
    expect([tickets.mail, tickets.cron].map(({ id }) => statusOf(id))).not.toContain('closed');
  });

  it('does the same in Swedish, by keyboard alone, found by a search', async () => {
    const { page, tickets } = await start();
    await inSwedish(page);
    await page.keyboard.press('/');
    await page.keyboard.type('zebra är:öppen');
    await page.getByRole('heading', { name: '3 ärenden hittades' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('option');
    await page.keyboard.press('ControlOrMeta+a');
    await page.locator('.selection-bar').getByText('3 markerade').waitFor();
    await page.keyboard.press('x');
    const asked = page.getByRole('dialog', { name: 'Stänga 3 ärenden?' });
    await asked.getByRole('button', { name: 'Stäng 3 ärenden' }).press('Enter');
    await flash(page, '3 ärenden stängda.');
    const all = [tickets.mail, tickets.bill, tickets.cron];
    expect(all.map(({ id }) => statusOf(id))).toEqual(['closed', 'closed', 'closed']);
    await page.keyboard.press('z');
    await flash(page, 'Ångrat.');
    await expect.poll(() => rows(page).count()).toBe(3);
    expect(all.map(({ id }) => statusOf(id))).not.toContain('closed');
    expect(scene.complaints).toEqual([]);
  });
});
