// Conversations, and writing in them up to the moment of sending.
import { button, type States, vps, write } from './state.ts';

export const reading: States = {
  thread: { scenario: 'normal', hash: vps },
  'thread-swedish': { scenario: 'normal', hash: '#/ticket/tkt_invoice' },
  'thread-critical': { scenario: 'normal', hash: '#/ticket/tkt_db' },
  'thread-closed': { scenario: 'normal', hash: '#/ticket/tkt_php' },
  'thread-gone': { scenario: 'normal', hash: '#/ticket/tkt_gone' },
  'thread-never-fetched': { scenario: 'normal', hash: '#/ticket/tkt_domain' },
  'thread-missing': { scenario: 'normal', hash: '#/ticket/tkt_nobody' },
  'thread-long': { scenario: 'long', hash: vps },
  revealed: {
    scenario: 'normal',
    hash: vps,
    act: (page, text) => button(page, text.show).click(),
  },
  unrevealed: {
    scenario: 'offline',
    hash: vps,
    act: async (page, text) => {
      await page.evaluate(() =>
        window.program.world.refuse.set('message.reveal', { ok: false, code: 'offline' }),
      );
      await button(page, text.show).click();
    },
  },
  service: {
    scenario: 'normal',
    hash: vps,
    act: (page) => page.locator('.service summary').click(),
  },
  link: {
    scenario: 'normal',
    hash: vps,
    inBrowser: true,
    act: (page) => page.getByRole('link', { name: 'how to reach the console' }).click(),
  },
  'close-ticket': {
    scenario: 'normal',
    hash: vps,
    act: async (page) => {
      await page.getByRole('log').waitFor();
      await page.keyboard.press('x');
    },
  },
  secret: { scenario: 'normal', hash: vps, act: write('Lösenordet är Hemligt123!') },
  encrypted: {
    scenario: 'normal',
    hash: vps,
    act: async (page, text) => {
      await write('The new password is Tr0ub4dor&3')(page, text);
      await page.getByRole('switch').click();
    },
  },
  overtaken: {
    scenario: 'normal',
    hash: vps,
    act: async (page, text) => {
      await write('I have tried from home and')(page, text);
      await page.evaluate(() => window.program.arrive('tkt_vps', 'I see it now, one moment please.'));
    },
  },
  recovered: { scenario: 'recovered', hash: vps },
};
