// Several accounts: the combined list, one account alone, their troubles, and the dialogs about them.
import { button, press, type State, type States } from './state.ts';

const scenario = 'accounts';
const thread = '#/ticket/akeriet%2Ftkt_150210';
const ofSignedOut = '#/ticket/studio%2Ftkt_150210';

/** In the settings, with one account unfolded. */
const unfolded: State['act'] = async (page, text) => {
  await press(',')(page, text);
  await page.locator('details.account summary').nth(1).click();
};

export const accounts: States = {
  accounts: { scenario, hash: thread },
  'accounts-list': { scenario },
  'accounts-drawer': {
    scenario,
    act: async (page, text) => {
      const menu = page.getByRole('button', { name: text.menu, exact: true });
      if (await menu.isVisible()) await menu.click();
    },
  },
  'accounts-narrowed': { scenario, act: press('g') },
  'accounts-signed-out': { scenario, hash: ofSignedOut },
  'accounts-troubles': { scenario: 'accounts,accounts-troubles', hash: '#/ticket/akeriet%2Ftkt_150210' },
  'accounts-long': { scenario: 'accounts,accounts-long', hash: thread },
  'accounts-links': {
    scenario: 'accounts,accounts-troubles',
    act: async (page, text) => {
      const line = page.getByRole('button', { name: text.accounts.howEach });
      await line.filter({ visible: true }).first().click();
    },
  },
  'accounts-close': {
    scenario,
    act: async (page, text) => {
      await page.getByRole('option').first().focus();
      await page.keyboard.press('Control+A');
      await press('x')(page, text);
      await page.getByRole('dialog').waitFor();
    },
  },
  'accounts-print': { scenario, hash: '#/print/akeriet%2Ftkt_150210' },
  'accounts-unsent': { scenario, act: press('5') },
  'accounts-settings': { scenario, act: unfolded },
  'accounts-settings-long': { scenario: 'accounts,accounts-long', act: unfolded },
  'accounts-sign-out': {
    scenario,
    act: async (page, text) => {
      await unfolded?.(page, text);
      await button(page, text.signOut).click();
    },
  },
  'accounts-add': {
    scenario: 'normal',
    act: async (page, text) => {
      await press(',')(page, text);
      await button(page, text.accounts.add).click();
      await page.getByRole('textbox', { name: text.accounts.name }).fill('Åkeri & Söner AB');
      await page.getByRole('textbox', { name: text.apiKey }).fill('hu_live_used');
      await page.keyboard.press('Enter');
      await page.getByText(text.accounts.alreadyHere).waitFor();
    },
  },
  'accounts-add-same': {
    scenario,
    act: async (page, text) => {
      await page.evaluate(() => {
        window.program.world.badKey = { ok: false, code: 'key_in_use', accountId: 'akeriet' };
      });
      await press(',')(page, text);
      await button(page, text.accounts.add).click();
      await page.getByRole('textbox', { name: text.apiKey }).fill('hu_live_second');
      await page.keyboard.press('Enter');
      await page.getByText(text.accounts.sameCustomer('Åkeri & Söner AB')).waitFor();
    },
  },
  'accounts-new-ticket': { scenario, hash: '#/new' },
  'accounts-waiting': { scenario, hash: '#/waiting' },
  'accounts-quick': { scenario, hash: '#/quick' },
};
