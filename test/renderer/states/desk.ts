// Waiting times, linked services with much to tell, and the form of a new ticket in all it can show.
import { button, type States, vps } from './state.ts';

const form = '#/new';

export const desk: States = {
  waiting: { scenario: 'normal', hash: '#/waiting' },
  'waiting-tables': {
    scenario: 'normal',
    hash: '#/waiting',
    act: async (page, text) => {
      const show = button(page, text.waits.asTable);
      await show.first().click();
      await show.first().click();
    },
  },
  'waiting-missing': { scenario: 'accounts,unreadable', hash: '#/waiting' },
  'waiting-nothing': { scenario: 'no-history', hash: '#/waiting' },
  'service-hostile': {
    scenario: 'normal',
    hash: vps,
    act: async (page) => {
      await page.evaluate(() => {
        const [first] = window.program.world.tickets;
        const [service] = first?.services ?? [];
        if (first === undefined || service === undefined) return;
        const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`key_${index}`, index]));
        const details = {
          status: 'Suspended',
          nextDueAt: '2024-01-02',
          note: 'lång '.repeat(400),
          url: 'x'.repeat(300),
        };
        first.services = [
          { ...service, details: { ...details, disks: [{ sizeGb: 50, ssd: true }], none: null, ...many } },
        ];
        window.program.changed('ticket:tkt_vps');
      });
      await page.locator('.service summary .chip.bad').waitFor();
      await page.locator('.service summary').click();
      await page.locator('.service-panel .hint').waitFor();
      // how far the conversation moves depends on when the panel grew
      await page.locator('#conversation').evaluate((log) => log.scrollTo(0, 0));
    },
  },
  'new-ticket-filled': {
    scenario: 'normal',
    hash: form,
    act: async (page, text) => {
      await page.getByRole('radio', { name: 'VPS' }).check();
      await page.getByRole('textbox', { name: text.subject }).fill('x'.repeat(262));
      await page.getByRole('textbox', { name: text.message }).fill('root-lösenordet är Sommar#2025x');
      const service = page.getByLabel(new RegExp(text.form.service));
      await service.selectOption({ label: text.form.anotherService });
      await page
        .getByRole('textbox', { name: new RegExp(text.ccLabel) })
        .fill('drift@example.se, nobody, jour@');
    },
  },
  'new-ticket-fallback': {
    scenario: 'normal',
    hash: form,
    act: (page) =>
      page.evaluate(() => {
        const { departments } = window.program.world.departments;
        window.program.world.departments = { complete: false, reason: 'offline', departments };
        window.program.changed('session');
      }),
  },
  'new-ticket-read-only': { scenario: 'read-only', hash: form },
};
