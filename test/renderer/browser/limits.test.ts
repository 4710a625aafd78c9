// Nothing typed is cut off in silence: each field has its limit, and says what of it counts.
import { describe, expect, it } from 'vitest';
import { eventually, inputsOf, lastInputOf, options, settings, useStage } from './stage.ts';

const open = useStage();
const words = (count: number) => Array.from({ length: count }, () => 'mail').join(' ');

describe('a search', () => {
  it('says how many of its words are not looked for, until there are fewer', async () => {
    const page = await open();
    const box = page.getByRole('searchbox', { name: 'Search tickets' });
    await box.fill(words(18));
    const says = page
      .getByRole('status')
      .filter({ hasText: 'The search has 2 words too many. Only its first 16 are searched for.' });
    await says.waitFor();
    expect(await box.getAttribute('aria-describedby')).toBe(await says.getAttribute('id'));
    await box.fill(words(16));
    await says.waitFor({ state: 'detached' });
    expect(await box.getAttribute('aria-describedby')).toBe(null);
  });
});

describe('the palette', () => {
  it('takes all that is typed and says what of it is searched for', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox');
    await field.fill('x'.repeat(503));
    await page
      .getByText('The search is 3 characters too long. Only its first 500 characters are searched for.')
      .waitFor();
    expect((await field.inputValue()).length).toBe(503);
    await eventually(() => lastInputOf(page, 'tickets.list'), {
      view: 'all',
      query: 'x'.repeat(500),
      offset: 0,
      limit: 20,
    });
    await field.fill(words(17));
    await page.getByText('The search has 1 word too many.').waitFor();
  });
});

describe('the field that finds a filter', () => {
  it('takes any length, and says where nothing is called that', async () => {
    const page = await open({ scenario: 'many' });
    await options(page).first().waitFor();
    await page.evaluate(() => {
      const { world } = window.program;
      world.tickets = world.tickets.map((ticket, index) => ({
        ...ticket,
        row: { ...ticket.row, departmentSlug: `d${index % 12}`, departmentName: `Avdelning ${index % 12}` },
      }));
      window.program.changed('tickets');
    });
    await page.keyboard.press('f');
    const panel = page.getByRole('dialog', { name: 'Filters' });
    const field = panel.getByRole('searchbox', { name: 'Find a department' });
    await field.fill('x'.repeat(300));
    await panel.getByText('None is called that.').waitFor();
    expect((await field.inputValue()).length).toBe(300);
    await field.fill('avdelning 1');
    await panel.getByRole('checkbox', { name: 'Avdelning 1', exact: true }).waitFor();
    expect(await panel.getByText('None is called that.').count()).toBe(0);
  });
});

describe('the name of an account', () => {
  const long = 'Åkeri'.repeat(13);

  it('may be typed longer than it can be, and is kept once it is shorter', async () => {
    const page = await open({ scenario: 'accounts' });
    await settings(page);
    const card = page.locator('details.account').first();
    await card.locator('summary').click();
    const field = card.getByRole('textbox', { name: 'Name' });
    await field.fill(long);
    await field.press('Tab');
    await card.getByText('5 characters too long; at most 60.').waitFor();
    expect(await field.inputValue()).toBe(long);
    expect(await inputsOf(page, 'account.change')).toEqual([]);
    await field.fill(long.slice(5));
    await field.press('Enter');
    await eventually(() => lastInputOf(page, 'account.change'), {
      accountId: 'bageriet',
      name: long.slice(5),
    });
    await field.fill(long);
    await page.keyboard.press('Escape');
    await page.getByText('The account’s name could not be saved.').waitFor();
  });

  it('is asked for again where an account is added with one that is too long', async () => {
    const page = await open();
    await (await settings(page)).getByRole('button', { name: 'Add account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add account' });
    await dialog.getByRole('textbox', { name: 'API key' }).fill('key-of-another');
    const field = dialog.getByRole('textbox', { name: 'Name' });
    await field.fill(long);
    await field.press('Enter');
    await dialog.getByText('5 characters too long; at most 60.').waitFor();
    await eventually(() => field.evaluate((one) => one === document.activeElement), true);
    expect(await inputsOf(page, 'account.add')).toEqual([]);
  });
});
