// The palette in a real browser: from wherever the keyboard is, and back there.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  callsOf,
  eventually,
  focused,
  inputsOf,
  narrow,
  options,
  pageTime,
  reply,
  useStage,
} from './stage.ts';

const open = useStage();
const hash = '#/ticket/tkt_vps';
const field = (page: Page) => page.getByRole('combobox', { name: 'Find a ticket or an action' });
const hits = (page: Page) => page.getByRole('dialog', { name: 'Tickets and actions' }).getByRole('option');
const marked = (page: Page) =>
  field(page).evaluate(
    (input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
  );

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).fill(words);
}

describe('the palette', () => {
  it('opens while somebody writes, and Escape leads back to the same letter', async () => {
    const page = await open({ hash });
    await reply(page).fill('One two');
    await reply(page).press('ArrowLeft');
    await page.keyboard.press('Control+k');
    await hits(page).first().waitFor();
    await page.keyboard.type('zebra');
    await page.getByText('Nothing found for “zebra”').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => focused(page), 'Reply');
    await page.keyboard.type('!');
    expect(await reply(page).inputValue()).toBe('One tw!o');
  });

  it('closes with its own key, and begins anew each time', async () => {
    const page = await open({ hash });
    await find(page, 'sett');
    await page.keyboard.press('Control+k');
    await eventually(() => page.locator('dialog').count(), 0);
    await page.keyboard.press('Control+k');
    expect(await field(page).inputValue()).toBe('');
  });

  it('shows recent tickets first, without the one on screen', async () => {
    const page = await open({ hash });
    await page.getByRole('log').waitFor();
    await page.keyboard.press('Control+k');
    await eventually(() => marked(page).then((text) => text.includes('#149921')), true);
    const tickets = hits(page).locator('.palette-label', { hasText: 'VPS unreachable' });
    expect(await tickets.count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
  });

  it('does what is chosen, by key and by mouse', async () => {
    const page = await open({ hash });
    await page.getByRole('log').waitFor();
    await find(page, 'pin');
    await eventually(() => marked(page).then((text) => text.startsWith('Pin')), true);
    await page.keyboard.press('Enter');
    await eventually(async () => (await callsOf(page, 'tickets.mark')).length, 1);
    await find(page, 'shortcuts');
    await hits(page).first().click();
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  });

  it('means one ticket in all its entries, the open one, and names it', async () => {
    const page = await open({ hash });
    await page.getByRole('log').waitFor();
    const other = options(page).filter({ hasText: 'Betalning' });
    await options(page).first().focus();
    for (let row = 0; row < 20 && !(await focused(page)).includes('#149921'); row += 1)
      await page.keyboard.press('ArrowDown');
    expect(await other.evaluate((row) => row.contains(document.activeElement))).toBe(true);
    for (const words of ['pin', 'snooze', 'encrypted']) {
      await find(page, words);
      await hits(page).filter({ hasText: '#149943' }).first().waitFor();
      await eventually(() => marked(page).then((text) => text.includes('VPS unreachable')), true);
      expect(await hits(page).filter({ hasText: '#149921' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await eventually(() => page.locator('dialog').count(), 0);
    }
    // what is typed is not looked for in the subject: whoever types it looks for the ticket
    await find(page, 'unreachable');
    await hits(page).filter({ hasText: 'VPS unreachable' }).waitFor();
    expect(await hits(page).count()).toBe(1);
  });

  it('means the row with the keyboard while no conversation is open', async () => {
    const page = await open();
    await options(page).first().focus();
    const number = /#\d+/.exec(await focused(page))?.[0] ?? 'none';
    await find(page, 'pin');
    await eventually(() => marked(page).then((text) => text.includes(number)), true);
  });

  it('sends the keyboard where an action wants it, not back', async () => {
    const page = await open({ hash });
    await reply(page).focus();
    await find(page, 'search');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page), 'Search tickets');
  });

  it('walks with the arrows over both ends', async () => {
    const page = await open({ hash });
    await find(page, 'go to');
    const names = await hits(page).allTextContents();
    await page.keyboard.press('ArrowUp');
    expect(await marked(page)).toBe(names.at(-1));
    await page.keyboard.press('ArrowDown');
    expect(await marked(page)).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    expect(await marked(page)).toBe(names[1]);
    expect(await hits(page).and(page.locator('[aria-selected=true]')).count()).toBe(1);
  });

  it('offers only what can be done now', async () => {
    const page = await open({ scenario: 'read-only' });
    await options(page).first().waitFor();
    await find(page, 'close ticket');
    await pageTime(page, 200);
    expect(await hits(page).filter({ hasText: 'Close ticket' }).count()).toBe(0);
    // no conversation is open
    await field(page).fill('reply');
    await pageTime(page, 200);
    expect(
      await hits(page)
        .filter({ hasText: /^Reply(Ticket)/ })
        .count(),
    ).toBe(0);
  });

  it('finds a ticket among ten thousand by words, with the words marked', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await find(page, 'question number 77');
    await eventually(() => hits(page).locator('mark').first().textContent(), 'Question number 77');
    expect(await hits(page).count()).toBeLessThanOrEqual(20);
  });

  it('opens a number at once, without waiting for what is found', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await page.evaluate(() => window.program.world.delay.set('tickets.list', 3_000));
    await find(page, '#195000');
    await page.keyboard.press('Enter');
    await page.getByRole('log').waitFor();
    expect(await callsOf(page, 'tickets.openByNumber')).toMatchObject([{ input: { number: '195000' } }]);
  });

  it('says that there is no ticket with a number', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await find(page, '777777');
    await page.keyboard.press('Enter');
    await page.getByText('HostUp has no such ticket for this account.').waitFor();
  });

  it('leaves other dialogs alone', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press(',');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await page.keyboard.press('Control+k');
    await pageTime(page, 100);
    expect(await field(page).count()).toBe(0);
  });

  it('fits a narrow window and speaks Swedish', async () => {
    const page = await open({ language: 'sv', hash, context: narrow });
    await page.getByRole('log').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Sök ett ärende eller en åtgärd' }).fill('arende');
    await page.getByRole('option', { name: /^Stäng ärendet/ }).waitFor();
    const dialog = await page.getByRole('dialog').boundingBox();
    expect(dialog?.x).toBeGreaterThanOrEqual(0);
    expect((dialog?.x ?? 0) + (dialog?.width ?? 999)).toBeLessThanOrEqual(420);
  });
});

describe('what has no key', () => {
  const first = (page: Page, words: string) =>
    eventually(() => marked(page).then((text) => text.includes(words)), true);

  it('is the language and the appearance, choice by choice', async () => {
    const page = await open({ hash });
    await page.getByRole('log').waitFor();
    await find(page, 'theme dark');
    await first(page, 'Appearance: Dark');
    await page.keyboard.press('Enter');
    await find(page, 'svenska');
    await first(page, 'Language: Svenska');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Svar' }).waitFor();
    expect(await inputsOf(page, 'settings.set')).toEqual([{ theme: 'dark' }, { language: 'sv' }]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Sök ett ärende eller en åtgärd' }).fill('sortera');
    await page.getByRole('option', { name: /Ordning: Nyast/ }).waitFor();
  });

  it('is found by the name that a language has in another, and the demo’s way out as an account', async () => {
    const page = await open({ scenario: 'demo', language: 'sv' });
    await page.getByRole('option').first().waitFor();
    const typed = page.getByRole('combobox', { name: 'Sök ett ärende eller en åtgärd' });
    const actions = page.getByRole('dialog').getByRole('option');
    await page.keyboard.press('Control+k');
    await typed.fill('engelska');
    await actions.filter({ hasText: 'Språk: English' }).waitFor();
    await typed.fill('konto');
    await actions.filter({ hasText: 'Lämna demot' }).waitFor();
  });

  it('is every order of the list and its filters', async () => {
    const page = await open({ hash });
    await page.getByRole('log').waitFor();
    await find(page, 'sort');
    await first(page, 'Order');
    await field(page).fill('sort newest');
    await first(page, 'Order: Newest');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Order: Newest' }).waitFor();
    await find(page, 'only unread');
    await first(page, 'Only unread');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 filter', exact: true }).waitFor();
    await find(page, 'clear filters');
    await first(page, 'Clear filters');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 filter', exact: true }).waitFor({ state: 'detached' });
  });

  it('is the lock of the open reply', async () => {
    const page = await open({ hash });
    await reply(page).fill('hemligt');
    await find(page, 'encrypted on');
    await first(page, 'Encrypted reply: on');
    await page.keyboard.press('Enter');
    const lock = page.getByRole('switch', { name: 'Encrypted' });
    await eventually(() => lock.isChecked(), true);
    await find(page, 'encrypted off');
    await first(page, 'Encrypted reply: off');
    await page.keyboard.press('Enter');
    await eventually(() => lock.isChecked(), false);
  });
});
