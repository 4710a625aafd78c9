// Several accounts in trouble at once, told of in full where a narrow window folds them to one line.
import type { States } from './state.ts';

export const troubles: States = {
  'accounts-troubles-unfolded': {
    scenario: 'accounts,accounts-troubles',
    hash: '#/ticket/akeriet%2Ftkt_150210',
    act: async (page, text) => {
      const line = page.getByRole('button', { name: text.accounts.inTrouble(3) });
      if (await line.isVisible()) await line.click();
    },
  },
};
