// Linked services in the head of a conversation: the line, the panel, other tickets, and hostile details.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, narrow, options, useStage } from './stage.ts';

const open = useStage();
const vps = '#/ticket/tkt_vps';

const facts = (page: Page) =>
  page
    .locator('.service-panel dl > div')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector('dt')?.textContent,
          (row.querySelector('dd') as HTMLElement).innerText,
        ]),
      ),
    );

/** Gives the open ticket other details. */
const tell = (page: Page, details: Record<string, unknown> | null, serviceType = 'vps') =>
  page.evaluate(
    ([given, type]) => {
      const ticket = window.program.world.tickets[0];
      const [first] = ticket?.services ?? [];
      if (ticket && first) ticket.services = [{ ...first, serviceType: type, details: given }];
      window.program.changed('ticket:tkt_vps');
    },
    [details, serviceType] as const,
  );

const openPanel = (page: Page) => page.locator('.service summary').click();

describe('a linked service', () => {
  it('tells name, type, state, plan, addresses, when it is due and whether it renews', async () => {
    const page = await open({ hash: vps });
    await tell(page, {
      status: 'active',
      planName: 'VPS XS',
      ipAddress: '192.0.2.10',
      hostname: 'app-01.example.se',
      nextDueAt: '2026-02-23T12:00:00+01:00',
      autoRenew: true,
      diskUsedGb: 18.4,
      nameServers: ['ns1.example.se', 'ns2.example.se'],
      backup: { lastRunAt: '2026-04-27T01:00:00Z' },
    });
    await openPanel(page);
    await expect
      .poll(() => facts(page))
      .toEqual({
        Type: 'VPS',
        State: 'Active',
        Plan: 'VPS XS',
        Address: expect.stringMatching(/^192\.0\.2\.10\s+app-01\.example\.se$/),
        'Next due': '23 Feb 2026 · in 12 days',
        'Renews by itself': 'Yes',
        Identity: 'svc_1',
        'Disk used GB': '18.4',
        'Name servers': 'ns1.example.se, ns2.example.se',
        'Backup › last run at': '27 Apr 2026 03:00',
      });
  });

  it('copies an address', async () => {
    const page = await open({ hash: vps });
    await page.evaluate(() => {
      window.program.world.copied = [];
    });
    await openPanel(page);
    await page.getByRole('button', { name: 'Copy 192.0.2.10' }).click();
    await eventually(
      () => page.evaluate(() => window.program.world.copied),
      [{ text: '192.0.2.10', secret: false }],
    );
  });

  it('says what is overdue, but not of a service that is over, in Swedish', async () => {
    const page = await open({ hash: vps, language: 'sv' });
    const nextDueAt = '2026-02-02T12:00:00+01:00';
    await tell(page, { status: 'Expired', nextDueAt }, 'domain');
    await openPanel(page);
    await expect.poll(() => facts(page)).toMatchObject({ Typ: 'Domän', Status: 'Utgången' });
    expect((await facts(page))['Förfaller härnäst']).toMatch(/ · förföll för 9 dagar sedan$/);
    await tell(page, { status: 'Cancelled', nextDueAt }, 'okänd typ');
    await openPanel(page);
    await eventually(async () => (await facts(page)).Status, 'Uppsagd');
    expect((await facts(page)).Typ).toBe('okänd typ');
    expect((await facts(page))['Förfaller härnäst']).not.toContain('förföll');
  });

  it('keeps 500 keys and endless texts out of the way until they are asked for', async () => {
    const page = await open({ hash: vps, context: narrow });
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`key${index}`, index]));
    await tell(page, { longNote: 'lång '.repeat(2_000), unbroken: 'x'.repeat(10_000), ...many });
    await openPanel(page);
    await page.getByText('lång lång').waitFor();
    expect(Object.keys(await facts(page)).length).toBeLessThan(14);
    await page.getByRole('button', { name: 'Show the whole text' }).first().click();
    expect((await facts(page))['Long note']?.length).toBeGreaterThan(9_000);
    await page.getByRole('button', { name: 'Show all 500 details' }).click();
    await page.getByText('There is more than can be shown here.').waitFor();
    const sideways = await page
      .locator('.thread')
      .evaluate((thread) => thread.scrollWidth - thread.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const composer = await page.getByRole('textbox', { name: 'Reply' }).boundingBox();
    expect(composer?.y).toBeLessThan(800);
  });

  it('shows markup in details as text', async () => {
    const page = await open({ hash: vps });
    await tell(page, { planName: '<img src=x onerror=alert(1)>', note: '<b>fet</b>' });
    await openPanel(page);
    expect(await facts(page)).toMatchObject({ Plan: '<img src=x onerror=alert(1)>', Note: '<b>fet</b>' });
  });

  it('leads to the other tickets about it, and to all of them in the list', async () => {
    const page = await open({ hash: vps });
    await page.evaluate(() => {
      const [first] = window.program.world.tickets;
      if (first === undefined) return;
      for (let index = 0; index < 7; index += 1) {
        const row = {
          ...first.row,
          id: `tkt_more${index}`,
          number: `14900${index}`,
          subject: `About app-01, ${index}`,
        };
        window.program.world.tickets.push({ ...first, row });
      }
    });
    expect(await callsOf(page, 'tickets.list')).not.toContainEqual(
      expect.objectContaining({ input: expect.objectContaining({ services: ['app-01'] }) }),
    );
    await openPanel(page);
    await page.getByRole('heading', { name: '7 other tickets about it' }).waitFor();
    await page.getByRole('button', { name: 'Show all 8 in the list' }).click();
    await eventually(() => options(page).count(), 8);
    await page.getByRole('button', { name: /About app-01, 0/ }).click();
    await page.getByRole('heading', { name: 'About app-01, 0' }).waitFor();
  });
});

describe('an opened service', () => {
  const withTwo = async (page: Page) => {
    await page.evaluate(() => {
      const [first] = window.program.world.tickets;
      const [service] = first?.services ?? [];
      if (first === undefined || service === undefined) return;
      const details = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`key_${index}`, index]));
      first.services = ['app-01', 'app-02'].map((name) => ({
        ...service,
        serviceId: name,
        serviceName: name,
        details,
      }));
      window.program.changed('ticket:tkt_vps');
    });
    await eventually(() => page.locator('.service summary').count(), 2);
    await page.locator('.service summary').first().click();
    await page.locator('.service summary').last().click();
    await eventually(() => page.locator('.service-panel').count(), 2);
  };

  it.each([
    [420, 800],
    [1280, 700],
  ])('leaves room to read and to send beside an alert, at %d × %d', async (width, height) => {
    const page = await open({
      context: { viewport: { width, height } },
      scenario: 'refused-ticket',
      hash: vps,
    });
    await page.getByRole('alert').first().waitFor();
    await withTwo(page);
    const send = await page.getByRole('button', { name: 'Send', exact: true }).boundingBox();
    expect((send?.y ?? height) + (send?.height ?? 0)).toBeLessThanOrEqual(height);
    const log = await page.locator('.conversation-frame').boundingBox();
    expect(log?.height).toBeGreaterThanOrEqual(160);
    const head = await page.locator('.thread-head').boundingBox();
    expect((head?.y ?? 0) + (head?.height ?? 0)).toBeLessThanOrEqual(Math.ceil(log?.y ?? 0));
  });

  it('tells its whole name where there is room', async () => {
    const page = await open({ hash: vps });
    await page.evaluate(() => {
      const [first] = window.program.world.tickets;
      const [service] = first?.services ?? [];
      if (first && service) first.services = [{ ...service, serviceName: 'Off-site backup', details: null }];
      window.program.changed('ticket:tkt_vps');
    });
    const name = page.locator('.service-name', { hasText: 'Off-site backup' });
    await name.waitFor();
    expect(await name.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });
});
