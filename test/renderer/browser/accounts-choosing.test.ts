// Where one of several accounts is chosen: for a new ticket, and for the waiting times.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, inputsOf, options, useStage } from './stage.ts';

const open = useStage();
const form = { scenario: 'accounts', hash: '#/new' };
const account = (page: Page) => page.getByRole('combobox', { name: 'Account' });
const subject = (page: Page) => page.getByRole('textbox', { name: 'Subject' });
const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const department = (page: Page) => page.getByRole('radiogroup', { name: 'Department' }).getByRole('radio');
const inputs = async (page: Page, name: string) => (await inputsOf(page, name)) as Record<string, unknown>[];

describe('a new ticket', () => {
  it('must say for which account it is, and nothing typed is lost by choosing late or again', async () => {
    const page = await open(form);
    await page.getByText('Choose the account first; each has departments of its own.').waitFor();
    const service = page.getByRole('combobox', { name: /^About a service/ });
    expect(await service.locator('optgroup').count()).toBe(0);
    await subject(page).fill('Ny server');
    await message(page).fill('Hej!');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await eventually(() => account(page).getAttribute('aria-invalid'), 'true');
    expect(await callsOf(page, 'ticket.create')).toEqual([]);
    await account(page).selectOption('Studio Nord');
    await page.locator('.hint').getByText('Studio Nord is signed out.').waitFor();
    await account(page).selectOption('Åkeri & Söner AB');
    await service.locator('optgroup').first().waitFor({ state: 'attached' });
    await department(page).first().check();
    await account(page).selectOption('Bageriet');
    expect([await subject(page).inputValue(), await message(page).inputValue()]).toEqual([
      'Ny server',
      'Hej!',
    ]);
    await eventually(() => department(page).first().isChecked(), true);
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByRole('heading', { name: 'Ny server' }).waitFor();
    expect(await inputs(page, 'ticket.create')).toMatchObject([{ account: 'bageriet', message: 'Hej!' }]);
    const asked = (await inputs(page, 'tickets.departments')).map(({ account: of }) => of);
    expect(new Set(asked)).toEqual(new Set(['studio', 'akeriet', 'bageriet']));
  });

  it('begins with the account that the list is narrowed to', async () => {
    const page = await open({ scenario: 'accounts' });
    await options(page).first().waitFor();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Åkeri & Söner AB/ })
      .click();
    await page.keyboard.press('n');
    await eventually(() => account(page).inputValue(), 'akeriet');
    await eventually(() => focused(page), 'new-subject');
  });

  it('begins with asking for the account while none is chosen', async () => {
    const page = await open({ scenario: 'accounts' });
    await options(page).first().waitFor();
    await page.keyboard.press('n');
    await eventually(() => focused(page), 'new-account');
    expect(await account(page).inputValue()).toBe('');
  });
});

describe('waiting times', () => {
  it('are of all accounts, or of the one that is chosen', async () => {
    const page = await open({ scenario: 'accounts', hash: '#/waiting' });
    await account(page).waitFor();
    expect((await inputs(page, 'stats.waiting')).at(-1)).not.toHaveProperty('account');
    await account(page).selectOption('Bageriet');
    await eventually(async () => (await inputs(page, 'stats.waiting')).at(-1)?.account, 'bageriet');
    await account(page).selectOption('All accounts');
    await eventually(async () => (await inputs(page, 'stats.waiting')).at(-1)?.account, undefined);
  });
});
