// Waiting times as the page shows them: charts with everything in their names, tables behind them, and the line in a
// conversation that waits.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, narrow, options, useStage } from './stage.ts';

const open = useStage();
const section = (page: Page, name: string) => page.getByRole('region', { name });

describe('the view of waiting times', () => {
  it('is reached by "w" and from the navigation, and has an address of its own', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: 'Waiting times' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Waiting times' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Waiting times' }).click();
    await page.getByRole('heading', { name: 'Waiting times' }).waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('#/waiting');
    expect(await page.getByRole('button', { name: 'Waiting times' }).getAttribute('aria-current')).toBe(
      'page',
    );
    await eventually(() => page.evaluate(() => document.activeElement?.id), 'waiting');
  });

  it('is the one place that the navigation marks, until another one is chosen there', async () => {
    const page = await open();
    await options(page).first().waitFor();
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: 'Waiting times' }).waitFor();
    const current = page.getByRole('navigation').locator('[aria-current=page]');
    expect(await current.allInnerTexts()).toEqual(['Waiting times']);
    await page.getByRole('button', { name: 'Closed' }).click();
    await page.getByRole('heading', { name: 'Waiting times' }).waitFor({ state: 'detached' });
    expect(await current.allInnerTexts()).toEqual(['Closed\n1']);
  });

  it('tells each department with median, range and how many answers', async () => {
    const page = await open({ hash: '#/waiting' });
    await page
      .getByRole('img', {
        name: 'VPS, first reply, from opening the ticket: 27 min (6 min – 3 h 6 min), 48 answers',
      })
      .waitFor();
    await page
      .getByRole('img', {
        name: 'Webbhotell, first reply, from opening the ticket: too few to say, 1 answer',
      })
      .waitFor();
    await page
      .getByRole('img', { name: 'Webbhotell, next reply, from a later message of yours: no answers' })
      .waitFor();
  });

  it('tells the hours of the day, where many say nothing', async () => {
    const page = await open({ hash: '#/waiting' });
    const name =
      (await page.getByRole('img', { name: /^By hour of the day, next reply/ }).getAttribute('aria-label')) ??
      '';
    expect(name).toContain('06:00 too few to say, 2 answers; 07:00');
    expect(name).toContain('08:00 15 min (6 min – 1 h 15 min), 7 answers');
    expect(name).not.toContain('05:00');
    await page.getByText('in your own time (Europe/Stockholm)').waitFor();
  });

  it('has a real table behind each chart, and back', async () => {
    const page = await open({ hash: '#/waiting' });
    await section(page, 'By department').getByRole('button', { name: 'Show as table' }).click();
    const table = page.getByRole('table', { name: 'By department' });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Department',
      'Reply',
      'Median',
      'Usual range',
      'Answers',
    ]);
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'VPS' }) });
    expect(await row.first().getByRole('cell').allInnerTexts()).toEqual([
      'First reply',
      '27\u00a0min',
      '6\u00a0min – 3\u00a0h 6\u00a0min',
      '48',
    ]);
    await section(page, 'By hour of the day').getByRole('button', { name: 'Show as table' }).click();
    await page
      .getByRole('table', { name: 'By hour of the day' })
      .getByRole('rowheader', { name: '08:00' })
      .first()
      .waitFor();
    await section(page, 'By department').getByRole('button', { name: 'Show as chart' }).click();
    await page.getByRole('img', { name: /^VPS, first reply/ }).waitFor();
  });

  it('narrows to a department and widens again', async () => {
    const page = await open({ hash: '#/waiting' });
    await page.getByLabel('Department', { exact: true }).selectOption('billing');
    await page.getByRole('img', { name: /^VPS, first reply/ }).waitFor({ state: 'detached' });
    await page.getByRole('img', { name: /^Fakturering, first reply/ }).waitFor();
    await page.getByLabel('Department', { exact: true }).selectOption('');
    await page.getByRole('img', { name: /^VPS, first reply/ }).waitFor();
  });

  it('says of how many conversations it tells, until all are here', async () => {
    const page = await open({ hash: '#/waiting' });
    const reach = page.getByText('here so far');
    await page.getByText('How long HostUp took').waitFor();
    expect(await reach.count()).toBe(0);
    await page.evaluate(() => {
      window.program.world.unfetched = 2;
      window.program.changed('tickets');
    });
    await reach.waitFor();
  });

  it('says plainly that there is nothing to tell yet, in Swedish too', async () => {
    const page = await open({ hash: '#/waiting', scenario: 'no-history', language: 'sv' });
    await page.getByText('Inga svar än').waitFor();
    expect(await page.getByRole('img').count()).toBe(0);
  });

  it('fits a narrow window, and leads back', async () => {
    const page = await open({ hash: '#/waiting', language: 'sv', context: narrow });
    await page.getByRole('img', { name: /^VPS, första svaret/ }).waitFor();
    const wide = await page.locator('.waits-body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Tillbaka' }).click();
    await page.getByRole('listbox', { name: 'Ärenden' }).waitFor();
  });
});

describe('a conversation that waits for HostUp', () => {
  it('says how long it has waited and what is usual, once there is enough to say', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps' });
    await page.getByRole('log').waitFor();
    expect(await page.getByText('Usually answered').count()).toBe(0);
    await page.getByRole('textbox', { name: 'Reply' }).fill('It answers again.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Waiting for under 1 min. Usually answered within 19 min (median of 87).').waitFor();
  });

  it('says nothing where there are too few answers', async () => {
    const page = await open({ hash: '#/ticket/tkt_vps', scenario: 'no-history' });
    await page.getByRole('textbox', { name: 'Reply' }).fill('It answers again.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('log').getByText('It answers again.').waitFor();
    expect(await page.getByText('Usually answered').count()).toBe(0);
  });
});
