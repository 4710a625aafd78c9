// Several replies and new tickets that need the user: how they leave room for what is being read.
import { describe, expect, it } from 'vitest';
import { eventually, useStage } from './stage.ts';

const open = useStage();

describe('several alerts', () => {
  it('leave room: one is open, the others are a line each until they are pressed', async () => {
    const page = await open({ scenario: 'several-alerts', hash: '#/ticket/tkt_invoice' });
    const dock = page.locator('.dock');
    const alerts = dock.getByRole('alert');
    await alerts.nth(1).waitFor();
    const heights = () => alerts.evaluateAll((all) => all.map((alert) => alert.clientHeight > 60));
    expect(await heights()).toEqual([true, false]);
    const line = alerts.nth(1).getByRole('button');
    expect(await line.innerText()).toMatch(/^Production database.*\nNeeds you$/);
    await line.click();
    await eventually(heights, [false, true]);
    expect(await alerts.nth(1).innerText()).not.toContain('Still no answer on SSH.');
    await eventually(() => alerts.nth(1).evaluate((alert) => alert.contains(document.activeElement)), true);
    await alerts.first().getByRole('button').click();
    await alerts.first().getByText('Still no answer on SSH.').waitFor();
    expect(await dock.getByRole('status', { name: 'Not sent yet' }).getByRole('button').count()).toBe(1);
  });
});

describe('alerts beside a conversation, where there is one pane', () => {
  const room = { viewport: { width: 420, height: 700 } };
  const here = { scenario: 'several-alerts', hash: '#/ticket/tkt_invoice', context: room };

  it('are one line that says how many more there are, and leave the conversation its room', async () => {
    const page = await open(here);
    const line = page.getByRole('alert', { name: 'Your reply to #149943 could not be confirmed' });
    expect(await line.innerText()).toMatch(/#149943 could not be confirmed\n+2 more$/);
    expect(await page.locator('.dock').getByRole('button').count()).toBe(1);
    expect((await page.getByRole('log').boundingBox())?.height).toBeGreaterThan(250);
  });

  it('unfold with a key to all of them, and fold again', async () => {
    const page = await open(here);
    const dock = page.locator('.dock');
    await dock.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await dock.getByText('Still no answer on SSH.').waitFor();
    const line = dock.getByRole('alert').getByRole('button', { name: /^Production database/ });
    for (
      let steps = 0;
      steps < 9 && !(await line.evaluate((one) => one === document.activeElement));
      steps += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => dock.getByText('Still no answer on SSH.').count(), 0);
    await dock.getByRole('button', { name: 'Show less' }).press('Enter');
    await eventually(
      () => page.evaluate(() => document.activeElement?.getAttribute('aria-expanded')),
      'false',
    );
    expect(await dock.getByRole('button').count()).toBe(1);
  });

  it('stand open in the list', async () => {
    const page = await open({ ...here, hash: '' });
    await page.locator('.dock').getByRole('button', { name: 'Send again' }).waitFor();
    expect(await page.locator('.dock').getByText('2 more').isVisible()).toBe(false);
  });
});
