import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, reply, send, useStage } from './stage.ts';

const open = useStage();
const small = { viewport: { width: 420, height: 520 } };
const quick = { hash: '#/quick', context: small };

describe('the quick-reply window', () => {
  it('shows number, service, the last answer, and is ready to write', async () => {
    const page = await open(quick);
    await reply(page).waitFor();
    const words = await page.locator('main').innerText();
    for (const word of ['#149943', 'VPS unreachable since the reboot', 'app-01', 'We restarted the node.']) {
      expect(words).toContain(word);
    }
    await eventually(() => focused(page), 'Reply');
  });

  it('closes with Escape without losing a letter', async () => {
    const page = await open(quick);
    await reply(page).fill('half a thou');
    await page.keyboard.press('Escape');
    await eventually(async () => (await callsOf(page, 'window.close')).length, 1);
    const order = await page.evaluate(() =>
      window.program.heard
        .map(({ name }) => name)
        .filter((name) => name === 'draft.save' || name === 'window.close'),
    );
    expect(order.at(0)).toBe('draft.save');
    expect(order.at(-1)).toBe('window.close');
    expect(await page.evaluate(() => window.program.world.drafts.get('tkt_vps')?.text)).toBe('half a thou');
  });

  it('sends, shows the receipt, and stays', async () => {
    const page = await open(quick);
    await reply(page).fill('Yes, it answers.');
    await send(page).click();
    await page.getByText(/Stored by HostUp/).waitFor();
    expect(await reply(page).inputValue()).toBe('');
  });

  it('goes to the next ticket that needs the user, keeping the text of this one', async () => {
    const page = await open(quick);
    await reply(page).fill('for the server');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
    await eventually(() => reply(page).inputValue(), 'Det gäller faktura 2025-1107.');
    await page.getByRole('button', { name: 'Previous ticket that needs you' }).click();
    await eventually(() => reply(page).inputValue(), 'for the server');
  });

  it('says the day of an answer that is not of today, as no separator does', async () => {
    const page = await open(quick);
    const time = page.getByRole('log').locator('.message.staff time');
    expect(await time.textContent()).toMatch(/^\d\d:\d\d$/);
    await page.evaluate(() => {
      const { world, changed } = window.program;
      const longAgo = (message: { sentAt: number | null }) => ({
        ...message,
        sentAt: Date.UTC(2019, 10, 12, 13),
      });
      for (const ticket of world.tickets) ticket.messages = ticket.messages.map(longAgo) as never;
      changed('ticket:tkt_vps');
    });
    await eventually(() => time.textContent(), '12 Nov 2019 14:00');
  });

  it('leads to the whole conversation', async () => {
    const page = await open(quick);
    await page.getByRole('button', { name: 'Open the whole conversation' }).click();
    expect(await callsOf(page, 'window.main')).toMatchObject([{ input: { ticketId: 'tkt_vps' } }]);
  });

  it('starts with the ticket of its address, and follows "show"', async () => {
    const page = await open({ ...quick, hash: '#/quick/tkt_invoice' });
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
    await page.evaluate(() => window.program.show('tkt_mail'));
    await page.getByRole('heading', { name: 'Mail to gmail.com bounces' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('HostUp has not answered yet.');
  });

  it('says so when nothing needs the user', async () => {
    const page = await open({ ...quick, scenario: 'nothing-needs-you' });
    await page.getByText('Nothing needs you').waitFor();
  });

  it('shows an uncertain reply with its buttons', async () => {
    const page = await open({ ...quick, scenario: 'needs-user' });
    expect(await page.getByRole('alert').getByRole('button').count()).toBe(4);
  });
});

describe('where a browser shows the page', () => {
  const inTab = async () => {
    const page = await open({ hash: '#/ticket/tkt_invoice', inBrowser: true });
    await page.getByRole('log').waitFor();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('log').press('q');
    const tab = await opened;
    await reply(tab).waitFor();
    return { page, tab };
  };
  /** The tab can be gone before the key or the button is let go, which says nothing of either. */
  const closesBy = (tab: Page, press: () => Promise<void>) =>
    Promise.all([tab.waitForEvent('close'), press().catch(() => undefined)]);

  it('is a tab of its own, which Escape closes', async () => {
    const { page, tab } = await inTab();
    expect(new URL(tab.url()).hash).toBe('#/quick/tkt_invoice');
    expect(await callsOf(page, 'window.quick')).toEqual([]);
    await closesBy(tab, () => reply(tab).press('Escape'));
  });

  it('is closed by its button', async () => {
    const { tab } = await inTab();
    await closesBy(tab, () => tab.getByRole('button', { name: 'Close', exact: true }).click());
  });

  it('stays while the program does not take what was typed', async () => {
    const { tab } = await inTab();
    await tab.evaluate(() => {
      window.program.link.value = false;
    });
    await reply(tab).fill('half a thou');
    await reply(tab).press('Escape');
    await tab.getByText('Draft not saved').waitFor();
    expect(await reply(tab).inputValue()).toBe('half a thou');
    await tab.evaluate(() => {
      window.program.link.value = true;
    });
    await closesBy(tab, () => reply(tab).press('Escape'));
  });

  it('becomes the whole page in a tab that no page may close', async () => {
    const page = await open({ ...quick, hash: '#/quick/tkt_vps', inBrowser: true });
    await reply(page).fill('half a thou');
    // this history has two places: browsers close no such tab for a page
    await page.evaluate(() => history.pushState(null, ''));
    await reply(page).press('Escape');
    await eventually(() => new URL(page.url()).hash, '#/ticket/tkt_vps');
    await eventually(() => reply(page).inputValue(), 'half a thou');
  });
});
