import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, focused, lastInputOf, options, useStage } from './stage.ts';

const open = useStage();

const lastQuestion = async (page: Page): Promise<Record<string, unknown>> =>
  (await lastInputOf(page, 'tickets.list')) as Record<string, unknown>;
const tick = (page: Page, name: string) =>
  page.getByRole('dialog', { name: 'Filters' }).getByRole('checkbox', { name, exact: true }).click();

describe('a search', () => {
  it('says how many conversations it looked into, until all of them are here', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.evaluate(() => {
      window.program.world.unfetched = 3;
      window.program.changed('tickets');
    });
    const reach = page.getByText(/of \d+ conversations are here so far/);
    expect(await reach.count()).toBe(0);
    await page.getByRole('searchbox').fill('nothing like this');
    await page.getByText('Nothing found for').waitFor();
    await reach.waitFor();
    await page.evaluate(() => {
      window.program.world.unfetched = 0;
      window.program.changed('tickets');
    });
    await reach.waitFor({ state: 'detached' });
  });

  it('that finds nothing within filters says so and can be freed of them', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('f');
    await tick(page, 'Fakturering');
    await tick(page, 'Answered');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('zzzz');
    await page.getByText('2 filters are on.').waitFor();
    await page.locator('.empty').getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('2 filters are on.').waitFor({ state: 'detached' });
  });
});

describe('filters', () => {
  it('narrow at once, stand as chips, and are taken away one by one', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('3');
    await eventually(() => options(page).count(), 5);
    await page.keyboard.press('f');
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('type')), 'checkbox');
    await page.keyboard.press('Space');
    await eventually(() => options(page).count(), 2);
    await tick(page, 'Fakturering');
    await eventually(() => options(page).count(), 1);
    await page.keyboard.press('Escape');
    await eventually(() => focused(page), 'filter');
    await page.getByRole('button', { name: '2 filters' }).waitFor();
    await page.getByRole('button', { name: 'Remove the filter Only unread' }).click();
    await page.getByRole('button', { name: '1 filter', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove the filter Department: Fakturering' }).click();
    await eventually(() => options(page).count(), 5);
    expect(await page.getByRole('button', { name: 'Clear filters' }).count()).toBe(0);
  });

  it('ask by status, priority, department and service together', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('9');
    await page.keyboard.press('f');
    for (const name of ['Answered', 'Customer reply', 'Normal', 'VPS', 'app-01']) await tick(page, name);
    await eventually(() => lastQuestion(page), {
      view: 'all',
      statuses: ['answered', 'customer_reply'],
      priorities: ['medium'],
      departments: ['vps'],
      services: ['app-01'],
      offset: 0,
      limit: 100,
    });
  });

  it('stay while views change and in a search, and say when nothing is left', async () => {
    const page = await open();
    await page.keyboard.press('f');
    await tick(page, 'Urgent');
    await page.getByText('No tickets match the filters').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: 'Waiting for HostUp' }).waitFor();
    await page.getByText('1 filter narrows what is shown here.').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('vps');
    await page.getByText('Nothing found for “vps”').waitFor();
    expect(await lastQuestion(page)).toMatchObject({ query: 'vps', priorities: ['urgent'] });
    await page.locator('.empty').getByRole('button', { name: 'Clear filters' }).click();
    await eventually(() => options(page).count(), 1);
  });

  it('go away with a click elsewhere and with the button that opened them', async () => {
    const page = await open();
    const panel = page.getByRole('dialog', { name: 'Filters' });
    const button = page.getByRole('button', { name: 'Filter', exact: true });
    await button.click();
    await panel.waitFor();
    await button.click();
    await panel.waitFor({ state: 'detached' });
    await button.click();
    await panel.waitFor();
    await page.getByText('Choose a ticket').click();
    await panel.waitFor({ state: 'detached' });
  });

  it('never cost the letters that are keys of the page', async () => {
    const page = await open();
    await page.keyboard.press('f');
    await page.getByRole('dialog', { name: 'Filters' }).waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('n');
    expect(await page.getByRole('heading', { name: 'Needs you', exact: true }).count()).toBe(1);
  });
});

describe('the order', () => {
  it('is chosen by keyboard and shown; a search has its own', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('t');
    const menu = page.getByRole('menu', { name: 'Order' });
    await menu.getByRole('menuitemradio', { name: 'Latest activity', checked: true }).waitFor();
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    await menu.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Order: Longest waiting' }).waitFor();
    expect(await lastQuestion(page)).toMatchObject({ sort: 'turn' });
    await page.getByRole('searchbox').fill('mail');
    await page.getByRole('button', { name: 'Order: Best match' }).waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Order: Longest waiting' }).waitFor();
  });
});

describe('the views of what was put away', () => {
  it('hold snoozed and hidden tickets, and say what they are for when empty', async () => {
    const page = await open({ scenario: 'marked' });
    await options(page).first().waitFor();
    await page.keyboard.press('7');
    await page.getByRole('heading', { name: 'Snoozed', exact: true }).waitFor();
    await eventually(() => options(page).count(), 2);
    await page.keyboard.press('8');
    await page.getByRole('heading', { name: 'Hidden', exact: true }).waitFor();
    await eventually(() => options(page).count(), 1);
    await page.keyboard.press('9');
    await page.getByRole('heading', { name: 'All tickets', exact: true }).waitFor();
    const empty = await open();
    await options(empty).first().waitFor();
    await empty.keyboard.press('8');
    await empty.getByText('Nothing is hidden').waitFor();
    await empty.keyboard.press('7');
    await empty.getByText('Nothing is snoozed').waitFor();
  });
});

describe('the help of the search', () => {
  it('puts an operator behind what was typed, ready to type on', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('mail');
    await page.getByRole('button', { name: 'Search operators' }).click();
    await page.getByRole('menuitem', { name: /^dept:vps/ }).waitFor();
    await page.keyboard.press('d');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page), 'Search tickets');
    expect(await page.getByRole('searchbox').inputValue()).toBe('mail dept:');
    await page.keyboard.type('vps');
    await eventually(async () => (await lastQuestion(page)).query, 'mail dept:vps');
  });

  it('speaks Swedish', async () => {
    const page = await open({ language: 'sv' });
    await page.getByRole('button', { name: 'Sökoperatorer' }).click();
    await page.getByRole('menuitem', { name: /^från:personal.*skrivet av HostUp/ }).click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('från:personal ');
  });
});

describe('what a search found', () => {
  it('is marked where the program says, also in a message or a detail of the service', async () => {
    const page = await open();
    await page.evaluate(() => {
      const [first, second] = window.program.world.tickets;
      const rows = [first, second].map((ticket) => ticket?.row);
      const found = [
        { field: 'message', text: '… lösenordet är Räksmörgås nu …', ranges: [[16, 26]] },
        { field: 'service', text: '192.0.2.10', ranges: [[0, 3]] },
      ] as const;
      const answer = window.program.transport.call;
      Object.assign(window.program.transport, {
        call: async (name: string, input: { query?: string }) =>
          name === 'tickets.list' && input.query === 'raksmorgas'
            ? { ok: true, value: { total: 2, rows: rows.map((row, at) => ({ ...row, match: found[at] })) } }
            : answer(name, input),
      });
    });
    await page.getByRole('searchbox').fill('raksmorgas');
    await eventually(() => page.locator('mark').allInnerTexts(), ['Räksmörgås', '192']);
    expect(await options(page).first().innerText()).toContain('… lösenordet är Räksmörgås nu …');
  });

  it('takes anything for a search', async () => {
    const page = await open();
    for (const text of ['"', '-', 'from:', '((', `${'x'.repeat(500)}`, '\\', '%_', '🦊'.repeat(200)]) {
      await page.getByRole('searchbox').fill(text);
      await page
        .getByText(/^Nothing found|found$/)
        .first()
        .waitFor();
    }
  });
});
