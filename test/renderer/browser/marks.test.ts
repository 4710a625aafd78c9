import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, inputsOf, narrow, options, saidOf, useStage } from './stage.ts';

const open = useStage();

const said = (page: Page) => page.locator('.flash');
const marked = (page: Page) => inputsOf(page, 'tickets.mark');
const says = (page: Page, index: number) => saidOf(options(page).nth(index));

describe('the menu of a ticket', () => {
  it('opens on a row by mouse and by key, and is walked by keyboard', async () => {
    const page = await open();
    await options(page).nth(1).click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'Actions for #149921' });
    await menu.waitFor();
    for (const name of [
      /^Mark as read/,
      /^Pin/,
      /^Mute/,
      /^Snooze/,
      /^Hide here/,
      /^Copy number/,
      /^Close/,
    ]) {
      await menu.getByRole('menuitem', { name }).waitFor();
    }
    await page.keyboard.press('ArrowDown');
    await eventually(() => page.evaluate(() => document.activeElement?.textContent), 'Pinp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await eventually(() => page.evaluate(() => document.activeElement?.textContent), 'Close ticketx');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });

    await options(page).first().focus();
    await page.keyboard.press('a');
    await page.getByRole('menu', { name: 'Actions for #149943' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => (await focused(page)).includes('#149943'), true);
  });

  it('opens in the head of a conversation, closes again, and acts on that ticket', async () => {
    const page = await open({ hash: '#/ticket/tkt_invoice' });
    const button = page.getByRole('button', { name: 'Actions' });
    await button.click();
    const menu = page.getByRole('menu', { name: 'Actions for #149921' });
    await menu.waitFor();
    await button.click();
    await menu.waitFor({ state: 'detached' });
    await button.click();
    await menu.getByRole('menuitem', { name: /^Mute/ }).click();
    await said(page).getByText('1 ticket muted: no notifications.').waitFor();
    expect(await marked(page)).toEqual([{ ticketIds: ['tkt_invoice'], muted: true }]);
    await page.locator('.facts').getByRole('img', { name: 'Muted' }).waitFor();
  });

  it('shows the choices of snoozing in its own place, and leads back', async () => {
    const page = await open({ context: narrow });
    await options(page).first().click({ button: 'right' });
    await page.keyboard.press('s');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('menu', { name: 'Snooze' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await eventually(() => page.evaluate(() => document.activeElement?.textContent), 'Snoozes');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Until HostUp replies' }).click();
    await said(page).getByText('1 ticket snoozed.').waitFor();
    expect(await marked(page)).toEqual([{ ticketIds: ['tkt_vps'], snooze: { until: 'reply' } }]);
    await eventually(() => options(page).count(), 2);
  });
});

describe('marks of one’s own', () => {
  it('are set by keys on the row with the keyboard, shown and said, and taken back', async () => {
    const page = await open();
    await page.keyboard.press('3');
    await options(page).nth(1).click();
    await options(page).nth(1).focus();
    await page.keyboard.press('p');
    await said(page).getByText('1 ticket pinned.').waitFor();
    await eventually(async () => (await says(page, 0))?.includes('#149921'), true);
    expect(await says(page, 0)).toContain('Pinned');
    await page.keyboard.press('z');
    await said(page).getByText('Undone.').waitFor();
    await eventually(async () => (await says(page, 0))?.includes('#149943'), true);
    expect(await marked(page)).toEqual([
      { ticketIds: ['tkt_invoice'], pinned: true },
      { ticketIds: ['tkt_invoice'], pinned: false },
    ]);
  });

  it('hide a ticket until it is brought back', async () => {
    const page = await open();
    await options(page).first().focus();
    await page.keyboard.press('h');
    await eventually(() => options(page).count(), 2);
    await said(page).getByText('1 ticket hidden here.').waitFor();
    await page.keyboard.press('8');
    await eventually(() => options(page).count(), 1);
    expect(await says(page, 0)).toContain('Hidden here');
    await options(page).first().focus();
    await page.keyboard.press('h');
    await page.getByText('Nothing is hidden').waitFor();
  });

  it('hide nothing that needs the user, and say so', async () => {
    const page = await open();
    await options(page).filter({ hasText: '#149870' }).focus();
    await page.keyboard.press('h');
    await said(page)
      .getByText('1 ticket hidden here. 1 ticket stays in sight until what you sent is settled.')
      .waitFor();
  });

  it('snooze until a time of one’s own, that is still to come', async () => {
    const page = await open();
    await options(page).first().focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: 'Date and time…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Snooze #149943 until' });
    await dialog.getByLabel('Date and time').fill('2020-01-01T10:00');
    await dialog.getByRole('button', { name: 'Snooze' }).click();
    await dialog.getByText('Choose a time that is still to come.').waitFor();
    await dialog.getByLabel('Date and time').fill('9999-12-31T23:59');
    await page.keyboard.press('Enter');
    await dialog.getByText('Choose a time within the next five years.').waitFor();
    const year = 2028;
    await dialog.getByLabel('Date and time').fill(`${year}-03-01T07:30`);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const until = new Date(`${year}-03-01T07:30:00+01:00`).getTime();
    expect(await marked(page)).toEqual([{ ticketIds: ['tkt_vps'], snooze: { until } }]);
    await page.keyboard.press('7');
    await eventually(async () => (await says(page, 0))?.includes(`Snoozed until 1 Mar ${year} 07:30`), true);
    await options(page).first().focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: 'End the snooze' }).click();
    await page.getByText('Nothing is snoozed').waitFor();
    await page.keyboard.press('z');
    await eventually(() => options(page).count(), 1);
  });

  it('say why when they cannot be kept', async () => {
    const page = await open();
    await page.evaluate(() => {
      window.program.world.refuse.set('tickets.mark', { ok: false, code: 'store_full' });
    });
    await options(page).first().focus();
    await page.keyboard.press('p');
    await said(page).getByText('The disk is full.').waitFor();
    expect(await said(page).getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  it('mark as read, which is no news any more', async () => {
    const page = await open();
    await options(page).nth(1).focus();
    await page.keyboard.press('i');
    await said(page).getByText('1 ticket marked as read.').waitFor();
    expect(await callsOf(page, 'tickets.markRead')).toMatchObject([
      { input: { ticketIds: ['tkt_invoice'] } },
    ]);
    await page.keyboard.press('i');
    expect(await callsOf(page, 'tickets.markRead')).toHaveLength(1);
  });
});

describe('closing and reopening', () => {
  it('is taken back from the passing message, by mouse and by key', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps' });
    const close = page.getByRole('button', { name: 'Close ticket' });
    await close.click();
    await page.getByRole('dialog').getByText('#149943').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close ticket' }).click();
    await said(page).getByText('1 ticket closed.').waitFor();
    await said(page).getByRole('button', { name: 'Undo' }).click();
    await said(page).getByText('Undone.').waitFor();
    await close.waitFor();
    expect(await callsOf(page, 'ticket.reopen')).toHaveLength(1);

    await page.getByRole('log').focus();
    await page.keyboard.press('x');
    await page.getByRole('dialog').getByRole('button', { name: 'Close ticket' }).click();
    await said(page).getByText('1 ticket closed.').waitFor();
    await page.getByRole('button', { name: 'Reopen', exact: true }).waitFor();
    await page.getByRole('log').focus();
    await page.keyboard.press('x');
    await said(page).getByText('1 ticket reopened.').waitFor();
    await page.keyboard.press('z');
    await page.getByRole('button', { name: 'Reopen', exact: true }).waitFor();
  });

  it('means the row with the keyboard, not the conversation beside it', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps' });
    await options(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByRole('dialog', { name: 'Close this ticket?' }).getByText('#149921').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close ticket' }).click();
    await said(page).getByText('1 ticket closed.').waitFor();
    expect(await callsOf(page, 'tickets.close')).toMatchObject([{ input: { ticketIds: ['tkt_invoice'] } }]);
  });

  it('is not offered with a key that may only read', async () => {
    const page = await open({ scenario: 'read-only', hash: '#/ticket/tkt_vps' });
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: /^Pin/ }).waitFor();
    expect(await page.getByRole('menuitem', { name: /^Close/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
