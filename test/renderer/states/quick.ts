// The quick-reply window, which is small.
import { type States, send, write } from './state.ts';

const hash = '#/quick';

export const quick: States = {
  quick: { scenario: 'normal', hash },
  'quick-secret': { scenario: 'normal', hash, act: write('The password is Tr0ub4dor&3') },
  'quick-needs-user': { scenario: 'needs-user', hash },
  'quick-nothing': { scenario: 'nothing-needs-you', hash },
  'quick-offline': { scenario: 'offline', hash: '#/quick/tkt_invoice' },
  'quick-read-only': { scenario: 'read-only', hash },
  'quick-sent': { scenario: 'normal', hash, act: send('Yes, it answers again.') },
};
