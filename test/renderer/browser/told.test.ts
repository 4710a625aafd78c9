// The history of notifications: what was told, what was not and why, and the way to each ticket.
import { describe, expect, it } from 'vitest';
import { eventually, inputsOf, settings, useStage } from './stage.ts';

const open = useStage();

async function history(scenario: string) {
  const page = await open({ scenario });
  await (await settings(page)).getByRole('button', { name: 'Notification history' }).click();
  return { page, dialog: page.getByRole('dialog', { name: 'Notification history' }) };
}

describe('the history of notifications', () => {
  it('says of each reply what became of telling it, the latest first, and opens its ticket', async () => {
    const { page, dialog } = await history('told');
    const lines = dialog.getByRole('listitem');
    await eventually(() => lines.count(), 50);
    expect(await lines.nth(0).innerText()).toMatch(/shown/);
    expect(await lines.nth(6).innerText()).toContain('not shown: the ticket is muted');
    expect(await lines.nth(8).innerText()).toContain('shown in the window only: the system refused it');
    const number = /#(\d+)/.exec(await lines.nth(1).innerText())?.[1] ?? '';
    await lines.nth(1).getByRole('button').click();
    await eventually(() => page.getByRole('dialog').count(), 0);
    await page.getByText(`#${number}`).last().waitFor();
    expect(page.url()).toContain('#/ticket/');
  });

  it('shows a page at a time', async () => {
    const { page, dialog } = await history('told');
    const lines = dialog.getByRole('listitem');
    const earlier = dialog.getByRole('button', { name: 'Show earlier ones' });
    await earlier.click();
    await eventually(() => lines.count(), 100);
    expect(await inputsOf(page, 'notices.told')).toEqual([{ limit: 50 }, { limit: 100 }]);
    expect(await earlier.count()).toBe(0);
  });

  it('says so where nothing was told yet', async () => {
    const { dialog } = await history('normal');
    await dialog.getByText('Nothing told yet').waitFor();
  });
});
