// Linked services, new tickets and waiting times in the preview, against the stand-in.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { DemoScope } from '../../../electron/demo/types.ts';
import { en } from '../../../renderer/text/en.ts';
import { sv } from '../../../renderer/text/sv.ts';
import { allScopes, closeBrowser, key, openTicket, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

const minute = 60_000;
const day = 24 * 60 * minute;

/** Signed in, once everything has been fetched. @param prepare what the account holds */
async function start(
  prepare: () => void = () => {},
  scopes: readonly DemoScope[] = allScopes,
): Promise<Page> {
  scene = await startScene('unlocked', scopes);
  prepare();
  scene.env.HOSTUP_API_KEY = key;
  const page = await scene.open(await scene.start());
  await page.getByRole('status', { name: en.connection }).getByText('Up to date').waitFor();
  return page;
}

async function inSwedish(page: Page): Promise<void> {
  await page.keyboard.press(',');
  await page.getByRole('combobox', { name: en.language }).selectOption('sv');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: sv.waits.title }).waitFor();
}

/** One that the stand-in's account has. */
const app = {
  serviceType: 'vps',
  serviceId: 'vps_01k5q0c4n7rjw2v8m6h3zbxtse',
  serviceName: 'app-01',
  details: null,
};

const facts = (page: Page) =>
  page
    .locator('.service-panel dl > div')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector('dt')?.textContent,
          (row.querySelector('dd') as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
        ]),
      ),
    );

describe('a linked service', () => {
  it('is readable whatever it holds, in both languages, with its other tickets', async () => {
    const nextDueAt = new Date(Date.now() + 12 * day).toISOString();
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`key_${index}`, 'x'.repeat(900)]),
    );
    const details = {
      status: 'Suspended',
      planName: 'VPS M',
      ipAddress: '192.0.2.10',
      hostname: 'app-01.example.se',
      nextDueAt,
      autoRenew: false,
      nameServers: ['ns1.example.se', 'ns2.example.se'],
      backup: { lastRunAt: '2026-04-27', deep: { deeper: { deepest: [{}] } } },
      ...many,
    };
    const page = await start(() => {
      for (const subject of ['Zebra svarar inte', 'Zebra disk full', 'Zebra omstart'])
        scene.server.api.addTicket({
          subject,
          linkedServices: [{ ...app, serviceName: 'zebra-01', details }],
        });
    });
    await openTicket(page, 'Zebra svarar inte');
    await page.locator('.service summary').click();
    await page.getByRole('heading', { name: '2 other tickets about it' }).waitFor();
    expect(await facts(page)).toMatchObject({
      Type: 'VPS',
      State: 'Suspended',
      Plan: 'VPS M',
      Address: '192.0.2.10 app-01.example.se',
      'Next due': expect.stringMatching(/ · in 12 days$/),
      'Renews by itself': 'No',
      'Name servers': 'ns1.example.se, ns2.example.se',
    });
    await page.getByRole('button', { name: /Zebra disk full/ }).click();
    await page.getByRole('heading', { name: 'Zebra disk full' }).waitFor();
    await inSwedish(page);
    await page.locator('.service summary').click();
    await page.getByRole('heading', { name: '2 andra ärenden om den' }).waitFor();
    expect(await facts(page)).toMatchObject({ Typ: 'VPS', Status: 'Avstängd', 'Förnyas automatiskt': 'Nej' });
    expect(scene.complaints).toEqual([]);
  });
});

describe('a new ticket', () => {
  const fill = async (page: Page, subject: string) => {
    await page.keyboard.press('n');
    await page.getByRole('radio', { name: 'Virtual servers' }).check();
    await page.getByRole('textbox', { name: 'Subject' }).fill(subject);
    await page.getByRole('textbox', { name: 'Message' }).fill('Inget svarar på SSH.');
  };
  const created = (subject: string) =>
    scene.server.api.tickets().find((ticket) => ticket.subject === subject);

  it('goes to HostUp as it was filled in, about a service that was picked', async () => {
    const page = await start(() => {
      scene.server.api.addTicket({ subject: 'Zebra', linkedServices: [app] });
    });
    await fill(page, 'app-01 är nere');
    await page.getByLabel('Priority').selectOption('critical');
    await page.getByText('It must explain the customer impact').waitFor();
    await page.getByLabel('Why is it critical?').fill('Butiken tar inga ordrar.');
    await page.getByLabel(/About a service/).selectOption({ label: 'app-01' });
    await page.getByRole('textbox', { name: /Copy to/ }).fill('Drift <drift@example.se>, jour@example.se');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByRole('heading', { name: 'app-01 är nere' }).waitFor();
    expect(created('app-01 är nere')).toMatchObject({
      departmentSlug: 'vps',
      priority: 'critical',
      body: 'Inget svarar på SSH.',
      ccEmails: ['drift@example.se', 'jour@example.se'],
      linkedServices: [{ serviceType: 'vps', serviceName: 'app-01' }],
    });
    expect(scene.complaints).toEqual([]);
  });

  it('keeps everything when HostUp refuses it, shows why at the field, and survives a reload', async () => {
    const page = await start();
    await fill(page, 'Fel tjänst');
    await page.getByLabel(/About a service/).selectOption({ label: 'Another service…' });
    await page.getByRole('textbox', { name: 'Identity of the service' }).fill('vps_of_somebody_else');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByText('`serviceId` is not a service of this account.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
    await page.getByText('Draft saved').waitFor();
    await page.reload();
    await expect.poll(() => page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('Fel tjänst');
    expect(await page.getByRole('textbox', { name: 'Identity of the service' }).inputValue()).toBe(
      'vps_of_somebody_else',
    );
    await page.getByLabel(/About a service/).selectOption({ label: 'None' });
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page.getByRole('heading', { name: 'Fel tjänst' }).waitFor();
    expect(created('Fel tjänst')).toMatchObject({ linkedServices: [] });
  });

  it('offers the departments known from tickets to a key that may not list them, in Swedish', async () => {
    const page = await start(() => {
      scene.server.api.addTicket({ subject: 'Zebra', departmentSlug: 'billing' });
    }, ['read:support', 'write:support']);
    await inSwedish(page);
    await page.keyboard.press('n');
    await page.getByText('Nyckeln får inte lista alla avdelningar (behörigheten read:account)').waitFor();
    await page.getByRole('radio', { name: 'Billing', exact: true }).waitFor();
    // what they are for, only HostUp's own list tells
    expect(await page.locator('.choice .hint').count()).toBe(0);
  });

  it('is not offered to a key that may only read', async () => {
    const page = await start(() => {}, ['read:support']);
    await page.keyboard.press('n');
    await page.getByText(en.form.cannotCreate).waitFor();
    expect(await page.getByRole('button', { name: 'Create ticket' }).count()).toBe(0);
  });
});

describe('waiting times', () => {
  /** Answered after ten minutes to an hour; the customer asked again an hour later and waited two hours more. */
  function addHistory(): void {
    const { api } = scene.server;
    const morning = new Date(Date.now() - 40 * day).setHours(9, 5, 0, 0);
    for (let index = 0; index < 6; index += 1) {
      const createdAt = morning + index * day;
      const answeredAt = createdAt + (index + 1) * 10 * minute;
      const { id } = api.addTicket({ subject: `Zebra ${index}`, departmentSlug: 'vps', createdAt });
      api.staffReply(id, 'Nu är det löst.', { at: answeredAt });
      api.customerReply(id, 'Inte här.', { at: answeredAt + 60 * minute });
      api.staffReply(id, 'Nu då?', { at: answeredAt + 180 * minute });
    }
  }

  it('come from the conversations themselves, by department and hour, as chart and table', async () => {
    const page = await start(addHistory);
    await page.keyboard.press('w');
    await page.getByLabel('Department', { exact: true }).selectOption({ label: 'VPS' });
    const ours = page.getByRole('img', { name: /^VPS, first reply/ });
    await ours.waitFor();
    const next = await page.getByRole('img', { name: /^VPS, next reply/ }).getAttribute('aria-label');
    expect(next).toMatch(/ 2 h /);
    const hours = page.getByRole('region', { name: 'By hour of the day' });
    await hours.getByRole('button', { name: 'Show as table' }).click();
    await hours.getByRole('row', { name: /^09:00 First reply/ }).waitFor();
    expect(scene.complaints).toEqual([]);
  });

  it('stand in a conversation that waits, in Swedish too', async () => {
    const page = await start(() => {
      addHistory();
      scene.server.api.addTicket({
        subject: 'Zebra väntar',
        departmentSlug: 'vps',
        createdAt: Date.now() - 125 * minute,
      });
    });
    await openTicket(page, 'Zebra väntar');
    await page.getByText(/^Waiting for 2 h 5 min\. Usually answered within .+ \(median of \d+\)\./).waitFor();
    await inSwedish(page);
    await page.getByText(/^Har väntat i 2 tim 5 min\. Brukar besvaras inom .+ \(median av \d+\)\./).waitFor();
  });
});
