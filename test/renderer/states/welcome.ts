// Before and around signing in.
import { button, type States, vps } from './state.ts';

export const welcome: States = {
  'first-run': { scenario: 'first-run' },
  'first-run-wrong-key': {
    scenario: 'first-run',
    act: async (page, text) => {
      await page.getByRole('textbox', { name: text.apiKey }).fill('hu_live_wrong');
      await button(page, text.connect).click();
      await page.getByText(text.codes.unauthorized.says).waitFor();
    },
  },
  'first-run-no-keychain': { scenario: 'first-run-no-keychain' },
  connecting: { scenario: 'connecting' },
  starting: { scenario: 'starting' },
  'keychain-locked': { scenario: 'keychain-locked' },
  'signed-out': { scenario: 'signed-out', hash: vps },
  demo: { scenario: 'demo', hash: '#/ticket/tkt_db' },
};
