// Several accounts in trouble at once, told of in full where a narrow window folds them to one line.
import type { States } from './state.ts';

export const troubles: States = {
  'several-alerts-unfolded': {
    scenario: 'several-alerts',
    hash: '#/waiting',
    act: async (page, text) => {
      // only a window of one pane folds them
      const more = page.getByText(text.more(2));
      if (await more.isVisible()) await more.click();
    },
  },
  'accounts-troubles-unfolded': {
    scenario: 'accounts,accounts-troubles',
    hash: '#/ticket/akeriet%2Ftkt_150210',
    act: async (page, text) => {
      const line = page.getByRole('button', { name: text.accounts.inTrouble(3) });
      if (await line.isVisible()) await line.click();
    },
  },
};
