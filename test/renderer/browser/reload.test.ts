// A page that is loaded again shows the list that it showed before.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, lastInputOf, options, useStage } from './stage.ts';

const open = useStage();
const title = (page: Page) => page.locator('.list-pane h2').textContent();
const choose = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation').getByRole('button', { name }).click();

describe('a reload', () => {
  it('keeps the view and the account', async () => {
    const page = await open({ scenario: 'accounts' });
    await options(page).first().waitFor();
    await choose(page, /^All open/);
    await page.keyboard.press('g');
    const before = await title(page);
    expect(before).toMatch(/^All open · /);
    await page.reload();
    await options(page).first().waitFor();
    await eventually(() => title(page), before);
  });

  it('keeps them beside an open ticket, and in the address of each', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await choose(page, 'Closed');
    await eventually(() => title(page), 'Closed');
    await options(page).first().click();
    await page.getByRole('log').waitFor();
    const address = new URL(page.url()).hash;
    await page.reload();
    await page.getByRole('log').waitFor();
    await eventually(() => title(page), 'Closed');
    expect(new URL(page.url()).hash).toBe(address);
    await page.goBack();
    await page.reload();
    await options(page).first().waitFor();
    await eventually(() => title(page), 'Closed');
  });

  it('keeps a department and what is unsent, and forgets a search', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await choose(page, /^VPS/);
    await eventually(() => title(page), 'VPS');
    await page.getByRole('searchbox').fill('hemligt');
    await eventually(async () => (await title(page))?.startsWith('VPS'), false);
    await page.reload();
    await eventually(() => title(page), 'VPS');
    expect(await page.evaluate(() => history.state)).not.toContain('hemligt');
    await choose(page, 'Unsent');
    await eventually(() => title(page), 'Unsent');
    await page.reload();
    await eventually(() => title(page), 'Unsent');
  });

  it('keeps the filters with a sign of each, which a key takes away for good', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await choose(page, /^All open/);
    await page.keyboard.press('f');
    const panel = page.getByRole('dialog', { name: 'Filters' });
    for (const name of ['Answered', 'VPS', 'app-01'])
      await panel.getByRole('checkbox', { name, exact: true }).check();
    await page.keyboard.press('Escape');
    const narrowed = { statuses: ['answered'], departments: ['vps'], services: ['app-01'] };
    await page.reload();
    await options(page).first().waitFor();
    await page.getByRole('button', { name: '3 filters' }).waitFor();
    await page.getByRole('button', { name: 'Remove the filter Status: Answered' }).waitFor();
    expect(await lastInputOf(page, 'tickets.list')).toMatchObject({ view: 'open', ...narrowed });
    await page.keyboard.press('0');
    await page.getByRole('button', { name: 'Filter', exact: true }).waitFor();
    await page.reload();
    await options(page).first().waitFor();
    await eventually(() => title(page), 'All open');
    expect(await page.getByRole('button', { name: 'Clear filters' }).count()).toBe(0);
    expect(await lastInputOf(page, 'tickets.list')).not.toHaveProperty('statuses');
  });

  it('makes nothing of what is no list', async () => {
    const page = await open();
    await options(page).first().waitFor();
    for (const kept of ['{"view":"closed"}', '{"view":"closed","narrowing":{"statuses":["lost"]}}', 'x']) {
      await page.evaluate((state) => history.replaceState(state, ''), kept);
      await page.reload();
      await options(page).first().waitFor();
      expect(await title(page)).toBe('Needs you');
    }
  });

  it('keeps no list that nobody chose', async () => {
    const page = await open();
    await options(page).first().waitFor();
    expect(await page.evaluate(() => history.state)).toBe(null);
  });
});
