// Waiting times in the preview, from the conversations that the stand-in holds: charts, the tables behind them, and the
// line in a conversation that waits.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, languages, openSignedIn, openTicket, type Scene, startScene } from './scene.ts';

afterAll(closeBrowser);

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Six tickets of one department, opened at 09:05 and first answered after 10, 20 … 60 minutes; an hour after that the
 * customer asked again and waited two hours. A seventh was opened two days and five and a half hours ago, so that its words stay the same for
 * minutes.
 */
function addHistory({ server: { api } }: Scene): void {
  for (let index = 0; index < 6; index += 1) {
    const createdAt = new Date(Date.now() - (40 - index) * day).setHours(9, 5, 0, 0);
    const answeredAt = createdAt + (index + 1) * 10 * minute;
    const { id } = api.addTicket({ subject: `Zebra ${index}`, departmentSlug: 'vps', createdAt });
    api.staffReply(id, 'Nu är det löst.', { at: answeredAt });
    api.customerReply(id, 'Inte här.', { at: answeredAt + 60 * minute });
    api.staffReply(id, 'Nu då?', { at: answeredAt + 180 * minute });
  }
  api.addTicket({
    subject: 'Zebra väntar',
    departmentSlug: 'vps',
    createdAt: Date.now() - 2 * day - 330 * minute,
  });
}

describe.each(languages)('waiting times, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene('unlocked', undefined, { tickets: 0 });
    addHistory(scene);
    page = await openSignedIn(scene, text, locale);
  });
  afterAll(() => scene.close());

  const { waits, dates } = text;
  const [first, next] = [`35 ${dates.minutes}`, `2 ${dates.hours}`];
  const range = waits.between(`15 ${dates.minutes}`, `55 ${dates.minutes}`);
  const figure = (title: string) => page.getByRole('region', { name: title });
  const chart = (label: string) => page.getByRole('img', { name: label });

  it('are drawn by department and hour, with median, range and sample size', async () => {
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: waits.title }).waitFor();
    await page.getByText(waits.says(12)).waitFor();
    const byDepartment = figure(waits.byDepartment);
    for (const [words, label] of [
      [`${first} (${range}), ${waits.count(6)}`, `VPS, ${waits.firstOf}: `],
      [`${next} (${waits.between(next, next)}), ${waits.count(6)}`, `VPS, ${waits.nextOf}: `],
      [`09:00 ${first} (${range}), ${waits.count(6)}`, `${waits.byHour}, ${waits.firstOf}: `],
    ] as const)
      expect(await chart(label).getAttribute('aria-label')).toBe(`${label}${words}`);
    // both shapes of a line that has answers enough: its range and its median
    expect(await byDepartment.locator('svg .band').count()).toBe(2);
    expect(await byDepartment.locator('svg .middle-mark').count()).toBe(2);
  });

  it('stand as tables behind the charts', async () => {
    for (const [title, row] of [
      [waits.byDepartment, `VPS ${waits.first} ${first} ${range} 6`],
      [waits.byHour, `09:00 ${waits.first} ${first} ${range} 6`],
    ] as const) {
      await figure(title).getByRole('button', { name: waits.asTable }).click();
      const table = figure(title).getByRole('table', { name: title });
      await table.getByRole('columnheader', { name: waits.median }).waitFor();
      await table.getByRole('row', { name: row }).waitFor();
      await figure(title).getByRole('button', { name: waits.asChart }).click();
    }
    await page.getByLabel(waits.department, { exact: true }).selectOption({ label: 'VPS' });
    await chart(`VPS, ${waits.firstOf}: `).waitFor();
  });

  it('stand in a conversation that waits', async () => {
    await openTicket(page, 'Zebra väntar', text);
    const waited = waits.waited(`2 ${dates.days} 5 ${dates.hours}`);
    await page.getByText(`${waited} ${waits.usual(first, 6)}`).waitFor();
    expect(scene.complaints).toEqual([]);
  });
});
