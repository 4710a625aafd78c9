// Why a staff message of a muted ticket is not announced, as the ledger keeps it.
import { expect, it } from 'vitest';
import { decide } from '../../../electron/core/notify/rules.ts';
import { notifyWords } from '../../../electron/core/notify/words.ts';
import { aMessage, aTicket } from '../../fakes/records.ts';

it('is kept from the user because the ticket is muted, and others are not', () => {
  const candidate = (id: string, muted: boolean) => ({
    message: aMessage({ id, ticketId: `tkt_${id}`, sender: 'staff' }),
    ticket: aTicket({ id: `tkt_${id}` }),
    answered: false,
    muted,
    quiet: false,
  });
  const { announce, skip } = decide(
    [candidate('a', true), candidate('b', false)],
    null,
    true,
    notifyWords('sv'),
  );
  expect(skip.map(({ message, why }) => [message.id, why])).toEqual([['a', 'muted']]);
  expect(announce.map(({ ticketId }) => ticketId)).toEqual(['tkt_b']);
});
