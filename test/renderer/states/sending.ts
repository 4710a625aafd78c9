// Replies and new tickets on their way, and the form of a new ticket.
import { button, press, type States, send, vps } from './state.ts';

const form = '#/new';

export const sending: States = {
  sent: { scenario: 'normal', hash: vps, act: send('Yes, it answers again. Thank you!') },
  'send-failed': {
    scenario: 'normal',
    hash: vps,
    act: async (page, text) => {
      await page.evaluate(() =>
        window.program.world.refuse.set('reply.send', { ok: false, code: 'store_full' }),
      );
      await send('Is it up?')(page, text);
    },
  },
  queued: { scenario: 'queued,offline', hash: vps },
  unknown: { scenario: 'unknown', hash: vps },
  'needs-user': { scenario: 'needs-user', hash: vps },
  'needs-user-unseen': {
    scenario: 'needs-user',
    hash: vps,
    act: (page) =>
      page.evaluate(() => {
        const { program } = window;
        program.world.outgoing = program.world.outgoing.map((reply) => ({
          ...reply,
          reason: { ok: false as const, code: 'server_error' as const },
        }));
        program.changed('outbox', 'ticket:tkt_vps');
      }),
  },
  'needs-user-elsewhere': { scenario: 'needs-user', hash: '#/ticket/tkt_invoice' },
  rejected: { scenario: 'rejected', hash: vps },
  unsent: { scenario: 'unsent', act: press('5') },
  'unsent-empty': { scenario: 'normal', act: press('5') },
  discard: {
    scenario: 'unsent',
    act: async (page, text) => {
      await press('5')(page, text);
      await button(page, text.discard).first().click();
    },
  },
  'several-alerts': { scenario: 'several-alerts', hash: '#/ticket/tkt_invoice' },
  'signed-out-queued': { scenario: 'signed-out,queued', hash: vps },
  'refused-reply': { scenario: 'refused-reply', act: press('5') },
  'held-ticket': {
    scenario: 'waiting-tickets',
    act: async (page, text) => {
      await press('5')(page, text);
      await button(page, text.edit).first().click();
      await button(page, text.clearForm).click();
      await page.getByRole('group', { name: text.clearFormAsk }).getByText(text.clearForm).last().click();
      await press('5')(page, text);
    },
  },
  'created-later': {
    scenario: 'waiting-tickets',
    hash: vps,
    act: (page) =>
      page.evaluate(() => {
        const { world } = window.program;
        const gone = { state: 'sent', ticketId: 'tkt_invoice', ticketNumber: '149921' } as const;
        world.outgoing = world.outgoing.map((outgoing) => ({ ...outgoing, ...gone })).slice(0, 1);
        window.program.changed('outbox');
      }),
  },
  'close-with-draft': { scenario: 'normal', hash: '#/ticket/tkt_invoice', act: press('x') },
  'waiting-tickets': { scenario: 'waiting-tickets,offline', hash: vps },
  'waiting-tickets-unsent': { scenario: 'waiting-tickets,offline', act: press('5') },
  'refused-ticket': {
    scenario: 'refused-ticket',
    act: (page, text) => button(page, text.edit).click(),
  },
  'new-ticket': { scenario: 'normal', hash: form },
  'new-ticket-secret': {
    scenario: 'normal',
    hash: form,
    act: async (page, text) => {
      await page.getByRole('textbox', { name: text.message }).fill('root-lösenordet är Sommar#2025x');
      await button(page, text.clearForm).click();
    },
  },
  'new-ticket-errors': {
    scenario: 'normal',
    hash: form,
    act: async (page, text) => {
      await page.getByLabel(text.priorityLabel).selectOption('critical');
      await page.getByRole('textbox', { name: text.ccLabel }).fill('nobody');
      await button(page, text.createTicket).click();
    },
  },
};
