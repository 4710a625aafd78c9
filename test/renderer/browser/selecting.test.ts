import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, lastInputOf, narrow, options, saidOf, useStage } from './stage.ts';

const open = useStage();

const selected = (page: Page) => page.getByRole('option', { selected: true });
const bar = (page: Page) => page.locator('.selection-bar');

async function openAll(options_: Parameters<typeof open>[0] = {}): Promise<Page> {
  const page = await open(options_);
  await options(page).first().waitFor();
  await page.keyboard.press('3');
  await options(page).nth(4).waitFor();
  return page;
}

describe('selecting with the mouse', () => {
  it('takes single ones with Ctrl and ranges with Shift, without opening any', async () => {
    const page = await openAll();
    await options(page)
      .nth(0)
      .click({ modifiers: ['Control'] });
    await options(page)
      .nth(3)
      .click({ modifiers: ['Control'] });
    await bar(page).getByText('2 selected').waitFor();
    await options(page)
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await bar(page).getByText('4 selected').waitFor();
    await options(page)
      .nth(0)
      .click({ modifiers: ['Control'] });
    await eventually(() => selected(page).count(), 3);
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
  });

  it('has a box for it in each row', async () => {
    const page = await openAll();
    await options(page).nth(2).hover();
    await options(page).nth(2).locator('.tick').click();
    await bar(page).getByText('1 selected').waitFor();
    await options(page).nth(3).locator('.tick').click();
    await bar(page).getByText('2 selected').waitFor();
    await bar(page).getByRole('button', { name: 'End selecting' }).click();
    await eventually(() => selected(page).count(), 0);
  });

  it('opens the menu of all that are selected', async () => {
    const page = await openAll({ context: narrow });
    await options(page)
      .nth(0)
      .click({ modifiers: ['Control'] });
    await options(page)
      .nth(1)
      .click({ modifiers: ['Control'] });
    await options(page).nth(1).click({ button: 'right' });
    await page.getByRole('menu', { name: 'Actions for 2 tickets' }).waitFor();
    await page.keyboard.press('Escape');
    await options(page).nth(3).click({ button: 'right' });
    await page.getByRole('menu', { name: /^Actions for #/ }).waitFor();
  });
});

describe('selecting with the keyboard', () => {
  it('takes rows with Space and Shift and arrows, all with Ctrl+A, and ends with Escape', async () => {
    const page = await openAll();
    await options(page).first().focus();
    await page.keyboard.press('Space');
    await eventually(() => selected(page).count(), 1);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await eventually(() => selected(page).count(), 3);
    await page.keyboard.press('Shift+ArrowUp');
    await eventually(() => selected(page).count(), 2);
    await eventually(async () => (await focused(page)).includes('#149921'), true);
    await page.keyboard.press('Control+a');
    await bar(page).getByText('5 selected').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => selected(page).count(), 0);
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role')), 'option');
    await page.getByRole('heading', { name: 'All open', exact: true }).waitFor();
  });

  it('takes at most two hundred of ten thousand, and says so', async () => {
    const page = await openAll({ scenario: 'many' });
    await options(page).first().focus();
    await page.keyboard.press('Control+a');
    await bar(page).getByText('200 selected').waitFor();
    await page.locator('.flash').getByText('The first 200 of 10,000 are selected.').waitFor();
    await page.keyboard.press('p');
    await page.locator('.flash').getByText('200 tickets pinned.').waitFor();
  });

  it('stays with its tickets when others arrive', async () => {
    const page = await openAll();
    await options(page).nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const before = await saidOf(selected(page).first());
    await page.evaluate(() => window.program.arrive('tkt_domain', 'Late answer'));
    await eventually(async () => (await saidOf(options(page).first()))?.includes('Flytta'), true);
    expect((await saidOf(selected(page).first()))?.slice(0, 30)).toBe(before?.slice(0, 30));
  });
});

describe('what is done with several', () => {
  it('marks all of them with one question, and takes that back', async () => {
    const page = await openAll();
    for (const index of [0, 1])
      await options(page)
        .nth(index)
        .click({ modifiers: ['Control'] });
    await bar(page).getByRole('button', { name: 'Mute' }).click();
    await page.locator('.flash').getByText('2 tickets muted: no notifications.').waitFor();
    expect(await lastInputOf(page, 'tickets.mark')).toEqual({
      ticketIds: ['tkt_vps', 'tkt_invoice'],
      muted: true,
    });
    expect(await selected(page).count()).toBe(0);
    await page.keyboard.press('z');
    await page.locator('.flash').getByText('Undone.').waitFor();
    expect(await lastInputOf(page, 'tickets.mark')).toMatchObject({ muted: false });
  });

  it('snoozes them from the bar', async () => {
    const page = await openAll();
    for (const index of [0, 1])
      await options(page)
        .nth(index)
        .click({ modifiers: ['Control'] });
    await bar(page).getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('menuitem', { name: /^Tomorrow morning/ }).click();
    await page.locator('.flash').getByText('2 tickets snoozed.').waitFor();
    expect(await callsOf(page, 'tickets.mark')).toHaveLength(1);
  });

  it('asks about a list that scrolls with the keyboard on the safe answer', async () => {
    const page = await openAll({ scenario: 'many' });
    await options(page).first().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('x');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep them open');
  });

  it('closes them after a question, and opens them all again', async () => {
    const page = await openAll();
    await options(page).first().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Close 5 tickets?' });
    await dialog.getByText('#149802').waitFor();
    await dialog.getByRole('button', { name: 'Keep them open' }).click();
    expect(await callsOf(page, 'tickets.close')).toEqual([]);
    await page.keyboard.press('x');
    await dialog.getByRole('button', { name: 'Close 5 tickets' }).click();
    await page.locator('.flash').getByText('5 tickets closed.').waitFor();
    await eventually(() => options(page).count(), 0);
    await page.keyboard.press('z');
    await eventually(() => options(page).count(), 5);
    expect(await callsOf(page, 'ticket.reopen')).toHaveLength(5);
  });

  it('says of each why it could not be closed, keeps those selected, and tries again', async () => {
    const page = await openAll();
    await page.evaluate(() => {
      const { refuseClosing } = window.program.world;
      refuseClosing.set('tkt_vps', { ok: false, code: 'forbidden', status: 403 });
      refuseClosing.set('tkt_mail', { ok: false, code: 'offline' });
    });
    await options(page).first().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Close 5 tickets' }).click();
    const dialog = page.getByRole('dialog', { name: '2 tickets could not be closed' });
    await dialog.getByText('The key is not allowed to do this.').waitFor();
    await dialog
      .getByRole('listitem')
      .filter({ hasText: '#149877' })
      .getByText('HostUp cannot be reached from this computer.')
      .waitFor();
    await dialog.getByText('3 tickets closed.').waitFor();
    await eventually(() => page.locator('[role=option][aria-selected=true]').count(), 2);
    await page.evaluate(() => window.program.world.refuseClosing.clear());
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.flash').getByText('2 tickets closed.').waitFor();
    await eventually(() => options(page).count(), 0);
  });

  it('speaks Swedish', async () => {
    const page = await open({ language: 'sv' });
    await page.getByRole('option').first().focus();
    await page.keyboard.press('Control+a');
    await bar(page).getByText('3 markerade').waitFor();
    await page.keyboard.press('x');
    await page
      .getByRole('dialog', { name: 'Stänga 3 ärenden?' })
      .getByRole('button', { name: 'Stäng 3 ärenden' })
      .click();
    await page.locator('.flash').getByText('3 ärenden stängda.').waitFor();
    await page.locator('.flash').getByRole('button', { name: 'Ångra' }).click();
    await page.locator('.flash').getByText('Ångrat.').waitFor();
  });
});
