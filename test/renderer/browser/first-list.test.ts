// Which list a page begins with, while HostUp is read for the first time.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, options, pageTime, useStage } from './stage.ts';

const open = useStage();
const title = (page: Page) => page.locator('.list-pane h2').textContent();

/** The first look goes on, and has found nothing yet that needs the user. */
async function looking(): Promise<Page> {
  const page = await open({ scenario: 'first-sync,nothing-needs-you' });
  await options(page).first().waitFor();
  await eventually(() => title(page), 'All open');
  return page;
}

const arrive = (page: Page) =>
  page.evaluate(() => {
    const [ticket] = window.program.world.tickets;
    if (ticket !== undefined) window.program.arrive(ticket.row.id, 'Can you try again?');
  });

describe('the first list', () => {
  it('turns to what needs the user as soon as that is found', async () => {
    const page = await looking();
    await arrive(page);
    await eventually(() => title(page), 'Needs you');
  });

  it('stays where somebody has chosen one', async () => {
    const page = await looking();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Closed/ })
      .click();
    await eventually(() => title(page), 'Closed');
    const before = (await callsOf(page, 'tickets.counts')).length;
    await arrive(page);
    await eventually(async () => (await callsOf(page, 'tickets.counts')).length > before, true);
    await pageTime(page, 100);
    expect(await title(page)).toBe('Closed');
  });

  it('is not kept over a reload, because nobody chose it', async () => {
    const page = await looking();
    expect(await page.evaluate(() => history.state)).toBeNull();
  });
});
