// Dialogs of the main page.
import { type Act, button, press, type States, vps } from './state.ts';

const find =
  (words: string): Act =>
  async (page, text) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: text.palettePlaceholder }).fill(words);
  };

const openTold: Act = async (page, text) => {
  await press(',')(page, text);
  await button(page, text.told).click();
};

export const dialogs: States = {
  keys: { scenario: 'normal', hash: vps, act: press('?') },
  palette: { scenario: 'normal', hash: vps, act: press('Control+k') },
  'palette-words': { scenario: 'normal', hash: vps, act: find('ma') },
  'palette-number': { scenario: 'normal', act: find('#149650') },
  'palette-unknown-number': { scenario: 'normal', act: find('777777') },
  'palette-accounts': { scenario: 'accounts', act: find('ma') },
  'palette-nothing': { scenario: 'normal', act: find('zebra') },
  'palette-many-words': { scenario: 'normal', act: find('ma '.repeat(20)) },
  settings: { scenario: 'normal', act: press(',') },
  'settings-read-only': { scenario: 'read-only', act: press(',') },
  'settings-end': {
    scenario: 'normal',
    act: async (page, text) => {
      await press(',')(page, text);
      await page.getByRole('combobox', { name: text.shortestPause }).selectOption('5');
      await button(page, text.done).focus();
    },
  },
  'settings-quiet': {
    scenario: 'normal',
    act: async (page, text) => {
      await press(',')(page, text);
      await page.getByRole('switch', { name: text.quietHoursOn }).click();
      await page.getByLabel(text.quietFrom, { exact: true }).waitFor();
      await button(page, text.done).focus();
    },
  },
  told: { scenario: 'told', act: openTold },
  'told-accounts': { scenario: 'accounts,told', act: openTold },
  'told-nothing': { scenario: 'normal', act: openTold },
  'replace-key': {
    scenario: 'normal',
    act: async (page, text) => {
      await press(',')(page, text);
      await button(page, text.replaceKey).click();
      await page.getByRole('textbox', { name: text.apiKey }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByText(text.codes.unauthorized.says).waitFor();
    },
  },
  'sign-out': {
    scenario: 'unsent',
    act: async (page, text) => {
      await press(',')(page, text);
      await button(page, text.signOut).click();
    },
  },
};
