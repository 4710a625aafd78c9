// The list narrowed, ordered, marked and selected, with its menus and dialogs.
import type { Page } from 'playwright-core';
import type { Text } from '../../../renderer/text/en.ts';
import { button, press, type States } from './state.ts';

const row = (page: Page, index: number) => page.getByRole('option').nth(index);
/** On a row of all open tickets. */
const onRow =
  (index: number, ...keys: string[]) =>
  async (page: Page): Promise<void> => {
    await row(page, 0).waitFor();
    await page.keyboard.press('3');
    await row(page, 4).waitFor();
    await row(page, index).focus();
    for (const key of keys) await page.keyboard.press(key);
  };
const filter =
  (...names: ((text: Text) => string)[]) =>
  async (page: Page, text: Text): Promise<void> => {
    await row(page, 0).waitFor();
    await page.keyboard.press('f');
    for (const name of names) await page.getByRole('checkbox', { name: name(text), exact: true }).click();
  };
const closeAll = async (page: Page, text: Text): Promise<void> => {
  await onRow(0, 'Control+a', 'x')(page);
  await button(page, text.closeMany(5)).waitFor();
};

export const narrowing: States = {
  marked: { scenario: 'marked', act: press('9') },
  snoozed: { scenario: 'marked', act: press('7') },
  hidden: { scenario: 'marked', act: press('8') },
  'nothing-hidden': { scenario: 'normal', act: press('8') },
  filters: {
    scenario: 'normal',
    act: filter(
      (text) => text.status.answered,
      (text) => text.priority.medium,
    ),
  },
  'filter-chips': {
    scenario: 'normal',
    act: async (page, text) => {
      await filter(
        (words) => words.filterUnread,
        (words) => words.status.answered,
        (words) => words.status.on_hold,
        () => 'VPS',
        () => 'Fakturering',
      )(page, text);
      await page.keyboard.press('Escape');
    },
  },
  'filter-nothing': {
    scenario: 'normal',
    act: async (page, text) => {
      await filter((words) => words.priority.urgent)(page, text);
      await page.keyboard.press('Escape');
    },
  },
  sort: { scenario: 'normal', act: press('t') },
  'search-help': { scenario: 'normal', act: (page, text) => button(page, text.searchHelp).click() },
  'row-menu': { scenario: 'normal', act: onRow(1, 'a') },
  snooze: { scenario: 'normal', act: onRow(1, 's') },
  'snooze-own': {
    scenario: 'normal',
    act: async (page, text) => {
      await onRow(1, 's')(page);
      await page.getByRole('menuitem', { name: text.snoozeTimes.own }).click();
    },
  },
  'taken-back': { scenario: 'normal', act: onRow(1, 'p') },
  selected: { scenario: 'marked', act: onRowSelecting },
  'close-several': { scenario: 'normal', act: closeAll },
  'not-closed': {
    scenario: 'normal',
    act: async (page, text) => {
      await page.evaluate(() => {
        window.program.world.refuseClosing.set('tkt_vps', { ok: false, code: 'conflict', status: 409 });
        window.program.world.refuseClosing.set('tkt_mail', { ok: false, code: 'offline' });
      });
      await closeAll(page, text);
      await button(page, text.closeMany(5)).click();
    },
  },
};

async function onRowSelecting(page: Page): Promise<void> {
  await row(page, 0).waitFor();
  await page.keyboard.press('9');
  await row(page, 4).waitFor();
  await row(page, 1).focus();
  for (const key of ['Space', 'Shift+ArrowDown']) await page.keyboard.press(key);
}
