// Linked services in the preview, against the stand-in: readable whatever they hold, and a way to their other tickets.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { pastMidnight } from '../../tools/same-day.ts';
import { closeBrowser, languages, openSignedIn, openTicket, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

/** Noon in twelve days. */
function inTwelveDays(): string {
  const date = new Date();
  date.setDate(date.getDate() + 12);
  date.setHours(12, 0, 0, 0);
  return date.toISOString();
}

/** Short facts, deep ones, and far more than anybody would show. */
const details = {
  status: 'Suspended',
  planName: 'VPS M',
  ipAddress: '192.0.2.10',
  hostname: 'app-01.example.se',
  autoRenew: false,
  nameServers: ['ns1.example.se', 'ns2.example.se'],
  backup: { lastRunAt: '2026-04-27', deep: { deeper: { deepest: [{}] } } },
  ...Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`key_${index}`, 'x'.repeat(900)])),
};
const service = {
  serviceType: 'vps',
  serviceId: 'vps_01k5q0c4n7rjw2v8m6h3zbxtse',
  serviceName: 'zebra-01',
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

/** What the panel says in each language. */
const said = {
  'en-GB': {
    Type: 'VPS',
    State: 'Suspended',
    Plan: 'VPS M',
    Address: '192.0.2.10 app-01.example.se',
    'Next due': expect.stringMatching(/ · in 12 days$/),
    'Renews by itself': 'No',
    'Name servers': 'ns1.example.se, ns2.example.se',
  },
  'sv-SE': { Typ: 'VPS', Status: 'Avstängd', 'Förnyas automatiskt': 'Nej' },
} as const;

describe.each(languages)('a linked service, in %s', (_name, locale, text) => {
  it('is readable whatever it holds, with its other tickets', async () => {
    await pastMidnight();
    scene = await startScene();
    const linkedServices = [{ ...service, details: { ...details, nextDueAt: inTwelveDays() } }];
    for (const subject of ['Zebra svarar inte', 'Zebra disk full', 'Zebra omstart'])
      scene.server.api.addTicket({ subject, linkedServices });
    const page = await openSignedIn(scene, text, locale);
    await openTicket(page, 'Zebra svarar inte', text);
    await page.locator('.service summary').click();
    await page.getByRole('heading', { name: text.linked.otherTickets(2) }).waitFor();
    await expect.poll(() => facts(page)).toMatchObject(said[locale]);
    await page.getByRole('button', { name: /Zebra disk full/ }).click();
    await page.getByRole('heading', { name: 'Zebra disk full' }).waitFor();
    expect(scene.complaints).toEqual([]);
  });
});
