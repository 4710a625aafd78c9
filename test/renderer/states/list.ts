// The list of tickets and what lies around it.
import { press, type States, vps } from './state.ts';

const search = (words: string): States[string] => ({
  scenario: 'normal',
  act: (page, text) => page.getByRole('searchbox', { name: text.searchTickets }).fill(words),
});

export const list: States = {
  list: { scenario: 'normal' },
  many: { scenario: 'many' },
  empty: { scenario: 'empty' },
  'nothing-needs-you': { scenario: 'nothing-needs-you', act: press('1') },
  drafts: { scenario: 'normal', act: press('6') },
  search: search('mail'),
  'search-number': search('149650'),
  'search-nothing': search('zebra'),
  'search-too-long': search('kan inte skicka e-post '.repeat(22)),
  drawer: {
    scenario: 'normal',
    act: async (page, text) => {
      const menu = page.getByRole('button', { name: text.menu, exact: true });
      if (await menu.isVisible()) await menu.click();
    },
  },
  notices: { scenario: 'notices' },
  'first-sync': { scenario: 'first-sync', hash: vps },
  offline: { scenario: 'offline', hash: vps },
  error: { scenario: 'error', hash: vps },
  paused: { scenario: 'paused', hash: vps },
  disconnected: {
    scenario: 'normal',
    hash: vps,
    act: (page) =>
      page.evaluate(() => {
        window.program.link.value = false;
      }),
  },
  'started-anew': {
    scenario: 'normal',
    hash: vps,
    act: (page) =>
      page.evaluate(() => {
        window.program.link.value = false;
        window.program.startedAnew.value = true;
      }),
  },
  'read-only': { scenario: 'read-only', hash: vps },
  'not-durable': { scenario: 'not-durable', hash: vps },
  warnings: { scenario: 'warnings', hash: vps },
};
