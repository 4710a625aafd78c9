// Dialogs of the main page.
import { button, press, type States, vps } from './state.ts';

export const dialogs: States = {
  keys: { scenario: 'normal', hash: vps, act: press('?') },
  settings: { scenario: 'normal', act: press(',') },
  'settings-read-only': { scenario: 'read-only', act: press(',') },
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
