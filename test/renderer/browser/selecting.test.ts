import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { rowHeight } from '../../../renderer/ui/list-window.ts';
import {
  callsOf,
  drawn,
  eventually,
  focused,
  lastInputOf,
  narrow,
  options,
  saidOf,
  useStage,
} from './stage.ts';

const open = useStage();

const selected = (page: Page) => page.getByRole('option', { selected: true });
const bar = (page: Page) => page.locator('.selection-bar');

/** The row of the ticket that is at this place now, wherever it is later. */
async function ticketAt(page: Page, index: number): Promise<Locator> {
  const said = await saidOf(page.locator(`[role=option][aria-posinset="${index + 1}"]`));
  return options(page).filter({ hasText: said?.match(/#\d+/)?.[0] ?? 'nothing' });
}

/** Brings a ticket from far below to the top, and waits until this row has moved down by it. */
async function arriveAbove(page: Page, row: Locator): Promise<void> {
  const place = await placeOf(row);
  await page.evaluate(() => window.program.arrive('tkt_5000', 'Late answer'));
  await eventually(() => placeOf(row), place + 1);
}

const placeOf = async (row: Locator) => Number(await row.getAttribute('aria-posinset'));

/** As where the menu comes only as the right button, 2, comes up; with 0, as a key asks for it. */
const askForMenu = (row: Locator, button: 0 | 2) =>
  row.evaluate((element, which) => {
    const event = { bubbles: true, cancelable: true, button: which, clientX: 300, clientY: 200 };
    element.dispatchEvent(new PointerEvent('contextmenu', event));
  }, button);

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

  it.each([0, 1_200])(
    'takes the one that the button went down on, also where others arrive above it: scrolled by %i',
    async (top) => {
      const page = await openAll({ scenario: 'many' });
      await page.getByRole('listbox').evaluate((list, to) => list.scrollTo({ top: to }), top);
      await drawn(page);
      const pressed = await ticketAt(page, top / rowHeight + 3);
      await pressed.hover();
      await pressed.locator('.tick').hover();
      await page.mouse.down();
      await arriveAbove(page, pressed);
      await page.mouse.up();
      await bar(page).getByText('1 selected').waitFor();
      expect(await pressed.getAttribute('aria-selected')).toBe('true');
      expect(new URL(page.url()).hash).toBe('');
    },
  );

  it('takes a range from the one it began at, also where others have arrived above it', async () => {
    const page = await openAll({ scenario: 'many' });
    const [above, first, last] = [await ticketAt(page, 1), await ticketAt(page, 2), await ticketAt(page, 4)];
    await first.click({ modifiers: ['Control'] });
    await arriveAbove(page, first);
    await last.click({ modifiers: ['Shift'] });
    await bar(page).getByText('3 selected').waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await above.getAttribute('aria-selected')).toBe('false');
  });

  it('opens the menu of the one that the button went down on, where it comes only as the button comes up', async () => {
    const page = await openAll({ scenario: 'many' });
    const pressed = await ticketAt(page, 1);
    const number = (await saidOf(pressed))?.match(/#\d+/)?.[0];
    await pressed.dispatchEvent('pointerdown', { button: 2 });
    await arriveAbove(page, pressed);
    await askForMenu(options(page).nth(1), 2);
    await page.getByRole('menu', { name: `Actions for ${number}`, exact: true }).waitFor();
    await page.keyboard.press('Escape');
    const other = await ticketAt(page, 3);
    await other.focus();
    await askForMenu(other, 0);
    const its = (await saidOf(other))?.match(/#\d+/)?.[0];
    await page.getByRole('menu', { name: `Actions for ${its}`, exact: true }).waitFor();
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
