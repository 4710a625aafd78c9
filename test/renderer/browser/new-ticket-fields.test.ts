// The fields of a new ticket: what can be chosen, what is checked while it is typed, and a key that may not write.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, narrow, useStage } from './stage.ts';

const open = useStage();
const group = (page: Page) => page.getByRole('radiogroup', { name: 'Department' });
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const create = (page: Page) => page.getByRole('button', { name: 'Create ticket' }).click();
const addresses = (page: Page) => page.getByRole('list', { name: 'Addresses' }).getByRole('listitem');

async function fill(page: Page): Promise<void> {
  await group(page).getByRole('radio', { name: 'VPS' }).check();
  await box(page, 'Subject').fill('app-01 svarar inte');
  await box(page, 'Message').fill('Hej!');
}

const knownFromTickets = (page: Page, reason: 'forbidden' | 'offline', none = false) =>
  page.evaluate(
    ([why, empty]) => {
      const { departments } = window.program.world.departments;
      window.program.world.departments = {
        complete: false,
        reason: why,
        departments: empty ? [] : departments,
      };
      window.program.changed('session');
    },
    [reason, none] as const,
  );

describe('the department', () => {
  it('is chosen among those of HostUp, each with what it is for', async () => {
    const page = await open({ hash: '#/new' });
    await group(page).getByRole('radio').first().waitFor();
    expect(await group(page).locator('.choice').allInnerTexts()).toEqual([
      'VPS\nVirtual servers: network, console, reinstallation.',
      'Web hosting\nWeb pages, e-mail and databases.',
      'Fakturering\nInvoices and payments.',
    ]);
    await group(page).getByRole('radio', { name: 'VPS' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await group(page).getByRole('radio', { name: 'Web hosting' }).isChecked()).toBe(true);
  });

  it('says where the list comes from when it is not HostUp’s own, and why', async () => {
    const page = await open({ hash: '#/new' });
    await knownFromTickets(page, 'forbidden');
    await group(page).getByText('The key may not list all departments (scope read:account)').waitFor();
    await knownFromTickets(page, 'offline');
    await group(page).getByText('cannot be fetched now; these are known from your tickets').waitFor();
    await knownFromTickets(page, 'offline', true);
    await group(page).getByText('there are no tickets yet to know them from').waitFor();
  });
});

describe('a narrow window', () => {
  it('shows all departments without a second place to scroll', async () => {
    const page = await open({ hash: '#/new', context: narrow });
    await page.evaluate(() => {
      const departments = Array.from({ length: 12 }, (_, index) => ({
        slug: `d${index}`,
        name: `Department ${index}`,
        description: 'What it is for.',
      }));
      window.program.world.departments = { complete: true, departments };
      window.program.changed('session');
    });
    await group(page).getByRole('radio', { name: 'Department 11' }).waitFor();
    const grid = page.locator('.choice-grid');
    expect(await grid.evaluate((place) => place.scrollHeight - place.clientHeight)).toBe(0);
  });
});

describe('texts', () => {
  it('are never cut off: near the end they say how much is left, and beyond it how much is too much', async () => {
    const page = await open({ hash: '#/new' });
    await box(page, 'Subject').fill('x'.repeat(215));
    await page.getByText('35 characters left').waitFor();
    await box(page, 'Subject').fill('x'.repeat(262));
    await page.getByText('12 characters too long; at most 250.').waitFor();
    expect((await box(page, 'Subject').inputValue()).length).toBe(262);
    expect(await box(page, 'Subject').getAttribute('aria-invalid')).toBe('true');
    await box(page, 'Message').fill('x'.repeat(100_007));
    await page.getByText('7 characters too long; at most 100,000.').waitFor();
    await page.getByText('Draft saved').waitFor();
    await create(page);
    expect(await callsOf(page, 'ticket.create')).toEqual([]);
  });

  it('of a critical ticket include the reason, in the words of HostUp, in Swedish too', async () => {
    const page = await open({ hash: '#/new', language: 'sv' });
    await page.getByLabel('Prioritet').selectOption('critical');
    await page.getByText('Det ska förklara hur kunden påverkas').waitFor();
    await page.getByRole('button', { name: 'Skapa ärende' }).click();
    expect(await box(page, 'Varför är det kritiskt?').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('copies', () => {
  it('go to addresses that are settled one by one, checked, and can be taken back', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page);
    const input = box(page, /Copy to/);
    await input.pressSequentially('drift@example.se,');
    await input.pressSequentially('nobody ');
    await page.getByText('nobody is not an e-mail address.').waitFor();
    await page.getByRole('button', { name: 'Remove nobody' }).click();
    await page.getByText('nobody is not an e-mail address.').waitFor({ state: 'detached' });
    await input.pressSequentially('jour@example.se');
    await page.keyboard.press('Enter');
    expect(await addresses(page).allInnerTexts()).toEqual(['drift@example.se', 'jour@example.se']);
    await page.keyboard.press('Backspace');
    expect(await input.inputValue()).toBe('jour@example.se');
    await create(page);
    await page.getByRole('heading', { name: 'app-01 svarar inte' }).waitFor();
    expect(await callsOf(page, 'ticket.create')).toMatchObject([
      { input: { ccEmails: ['drift@example.se', 'jour@example.se'] } },
    ]);
  });

  it('that are none are all told of in one sentence, many by their number', async () => {
    const page = await open({ hash: '#/new' });
    const input = box(page, /Copy to/);
    await input.fill('inte en adress ');
    await page.getByText('inte, en and adress are not e-mail addresses.').waitFor();
    await input.fill('alls kim@example.se ');
    await page.getByText('4 of these are not e-mail addresses.').waitFor();
  });

  it('do not drown in a log that was pasted there by mistake', async () => {
    const page = await open({ hash: '#/new' });
    await box(page, /Copy to/).fill(Array.from({ length: 20_000 }, (_, index) => `line${index}`).join(' '));
    await page.getByText('At most 20 addresses.').waitFor();
    expect(await addresses(page).count()).toBe(41);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByText('At most 20 addresses.').waitFor({ state: 'detached' });
    expect(await addresses(page).count()).toBe(0);
    expect(await box(page, /Copy to/).evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('are twenty at most, and half an address is kept as well', async () => {
    const page = await open({ hash: '#/new' });
    await box(page, /Copy to/).fill(Array.from({ length: 21 }, (_, index) => `a${index}@b.se`).join(' '));
    await page.getByText('At most 20 addresses.').waitFor();
    await box(page, /Copy to/).fill('half@');
    await page.evaluate(() => {
      location.hash = '#/';
    });
    await page.getByRole('heading', { name: 'New ticket' }).waitFor({ state: 'detached' });
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'New ticket' }).waitFor();
    await eventually(() => addresses(page).count(), 21);
  });
});

describe('the service', () => {
  it('is one that tickets are about, or another by its identity', async () => {
    const page = await open({ hash: '#/new' });
    await page.evaluate(() => {
      const [first] = window.program.world.tickets;
      if (first)
        first.services = [
          ...first.services,
          { serviceType: 'ssl', serviceId: 's', serviceName: 'cert', details: null },
        ];
    });
    await fill(page);
    const choice = page.getByLabel(/About a service/);
    expect(await choice.getByRole('option').allInnerTexts()).toContain('app-01');
    expect(await choice.getByRole('option').allInnerTexts()).not.toContain('cert');
    await choice.selectOption('app-01');
    expect(await box(page, 'Identity of the service').count()).toBe(0);
    await create(page);
    await page.getByRole('heading', { name: 'app-01 svarar inte' }).waitFor();
    expect(await callsOf(page, 'ticket.create')).toMatchObject([
      { input: { service: { serviceType: 'vps', serviceId: 'svc_1' } } },
    ]);
  });

  it('is wrong as a whole when HostUp does not take the one that was picked', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page);
    await page.getByLabel(/About a service/).selectOption('app-01');
    await page.evaluate(() => {
      window.program.world.refuse.set('ticket.create', {
        ok: false,
        code: 'invalid_request',
        fields: [{ pointer: '/context/serviceId', detail: 'Not a service of yours.', code: 'x' }],
      });
    });
    await create(page);
    await page.getByText('Not a service of yours.').waitFor();
    const choice = page.getByLabel(/About a service/);
    await eventually(() => choice.evaluate((select) => select === document.activeElement), true);
    expect(await choice.getAttribute('aria-invalid')).toBe('true');
  });

  it('asks for the identity of another one', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page);
    await page.getByLabel(/About a service/).selectOption({ label: 'Another service…' });
    await page.getByLabel('Kind of service').selectOption('domain');
    await create(page);
    expect(await box(page, 'Identity of the service').getAttribute('aria-invalid')).toBe('true');
    await box(page, 'Identity of the service').fill('dom_1');
    await create(page);
    await eventually(async () => (await callsOf(page, 'ticket.create')).length, 1);
    expect(await callsOf(page, 'ticket.create')).toMatchObject([
      { input: { service: { serviceType: 'domain', serviceId: 'dom_1' } } },
    ]);
  });
});

describe('what HostUp refuses', () => {
  it('stands at its fields, with the keyboard at the first, and what no field can show stands below', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page);
    await box(page, /Copy to/).fill('drift@example.se, jour@example.se');
    await page.evaluate(() => {
      window.program.world.refuse.set('ticket.create', {
        ok: false,
        code: 'invalid_request',
        fields: [
          { pointer: '/ccEmails/1', detail: 'This mailbox does not exist.', code: 'x' },
          { pointer: '/message', detail: 'Say more.', code: 'x' },
          { pointer: '/elsewhere', detail: 'And something else.', code: 'x' },
        ],
      });
    });
    await create(page);
    await page.getByText('jour@example.se: This mailbox does not exist.').waitFor();
    await page.getByText('And something else.').waitFor();
    await eventually(() => box(page, 'Message').evaluate((area) => area === document.activeElement), true);
    await box(page, 'Message').fill('Hej! Det gäller app-01.');
    expect(await page.getByText('Say more.').count()).toBe(0);
    expect(await box(page, 'Subject').inputValue()).toBe('app-01 svarar inte');
  });
});

describe('a key that may not write', () => {
  it('is told of before anything is typed, and nothing can be sent', async () => {
    const page = await open({ hash: '#/new', scenario: 'read-only' });
    await page.getByText('You cannot open tickets with this key').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Create ticket' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Enter a new key' }).last().click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'API key' }).waitFor();
  });

  it('leaves what was typed before where it is, without a way to send it', async () => {
    const page = await open({ hash: '#/new' });
    await fill(page);
    await page.evaluate(() => {
      window.program.world.session = { ...window.program.world.session, canWrite: false };
      window.program.changed('session');
    });
    await page.getByRole('button', { name: 'Create ticket' }).waitFor({ state: 'detached' });
    expect(await box(page, 'Message').inputValue()).toBe('Hej!');
    await box(page, 'Message').press('Control+Enter');
    expect(await callsOf(page, 'ticket.create')).toEqual([]);
  });
});

describe('the list of services', () => {
  it('tells apart those of one name, and takes its hint away where something else is asked for', async () => {
    const page = await open();
    await page.evaluate(() => {
      const [first] = window.program.world.tickets;
      const [service] = first?.services ?? [];
      if (first === undefined || service === undefined) return;
      const twin = { ...service, serviceType: 'hosting', serviceName: 'twin' };
      first.services = [
        service,
        { ...service, serviceType: 'domain', serviceId: 'dom_1' },
        { ...twin, serviceId: 'host_1' },
        { ...twin, serviceId: 'host_2' },
      ];
    });
    await page.keyboard.press('n');
    const list = page.getByRole('combobox', { name: /^About a service/ });
    await list.locator('optgroup').first().waitFor({ state: 'attached' });
    const names = await list.locator('option').allInnerTexts();
    for (const name of ['app-01 · VPS', 'app-01 · Domain', 'twin · Web hosting host_1'])
      expect(names).toContain(name);
    const hint = page.getByText('Those that your tickets are about');
    await hint.waitFor();
    await list.selectOption({ label: 'Another service…' });
    await hint.waitFor({ state: 'detached' });
  });
});
