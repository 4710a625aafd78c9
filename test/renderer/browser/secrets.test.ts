import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, options, pageTime, useStage } from './stage.ts';

const open = useStage();
const vps = { hash: '#/ticket/tkt_vps' };
const secret = 'The old root password was Tr0ub4dor&3';
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const show = (page: Page) => page.getByRole('button', { name: 'Show', exact: true });
const seen = async (page: Page) => (await page.locator('body').innerText()).includes('Tr0ub4dor');

describe('an encrypted message', () => {
  it('is masked until it is asked for, and again when the window loses the focus', async () => {
    const page = await open(vps);
    await show(page).waitFor();
    expect(await seen(page)).toBe(false);
    await show(page).click();
    await page.getByText(secret).waitFor();
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    await eventually(() => seen(page), false);
  });

  it('is masked again after another ticket, and by "Hide"', async () => {
    const page = await open(vps);
    await show(page).click();
    await page.getByText(secret).waitFor();
    await options(page).nth(1).click();
    await page.getByRole('heading', { name: /Betalning/ }).waitFor();
    await options(page).nth(0).click();
    await show(page).click();
    await page.getByText(secret).waitFor();
    await page.getByRole('button', { name: 'Hide' }).click();
    await eventually(() => seen(page), false);
  });

  it('that comes after the window lost the focus stays masked', async () => {
    const page = await open(vps);
    await page.evaluate(() => window.program.world.delay.set('message.reveal', 150));
    await show(page).click();
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    await pageTime(page, 300);
    expect(await seen(page)).toBe(false);
  });

  it('is copied as a secret through the program, which takes it back', async () => {
    const page = await open(vps);
    await page.evaluate(() => {
      window.program.world.copied = [];
    });
    await show(page).click();
    await page.locator('.lock-bar').getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied. It leaves the clipboard after a minute.').waitFor();
    await page.getByText(secret).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await eventually(async () => (await callsOf(page, 'clipboard.copy')).length, 2);
    for (const call of await callsOf(page, 'clipboard.copy')) {
      expect(call).toMatchObject({ input: { secret: true } });
    }
  });

  it('is taken back by the page itself where the program has no clipboard', async () => {
    const page = await open({ ...vps, context: clipboard });
    await page.clock.install();
    await show(page).click();
    await page.locator('.lock-bar').getByRole('button', { name: 'Copy' }).click();
    await page.getByText('It leaves the clipboard after a minute, once this page is in front.').waitFor();
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await read()).toContain('secret');
    await page.clock.fastForward(61_000);
    await eventually(read, '');
  });

  it('says that the copy stays where the page may not look at the clipboard', async () => {
    const page = await open({ ...vps, context: { permissions: ['clipboard-write'] } });
    await show(page).click();
    await page.locator('.lock-bar').getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied. It stays in the clipboard until you copy something else.').waitFor();
  });

  it('that is not kept here says why it cannot be shown and what to do, at its place', async () => {
    const page = await open({ scenario: 'offline', ...vps });
    await page.evaluate(() => {
      window.program.world.refuse.set('message.reveal', { ok: false, code: 'offline' });
    });
    await show(page).click();
    const article = page.getByRole('article', { name: /Encrypted$/ });
    await article.getByText('Its text is not kept on this computer and cannot be fetched now.').waitFor();
    await article.getByText('Press “Show” again when HostUp can be reached').waitFor();
    await page.evaluate(() => window.program.world.refuse.clear());
    await show(page).click();
    await article.getByText(secret).waitFor();
    expect(await article.getByText('Its text is not kept').count()).toBe(0);
  });

  it('that HostUp gives no text for says so', async () => {
    const page = await open(vps);
    await page.evaluate(() => {
      window.program.world.refuse.set('message.reveal', { ok: false, code: 'not_found' });
    });
    await show(page).click();
    await page.getByText('Protected, not available here. Read it in HostUp’s panel.').waitFor();
  });
});

describe('a link, where a browser of the user’s shows the page', () => {
  const link = (page: Page) => page.getByRole('link', { name: 'how to reach the console' });

  it('asks with host and whole address, and opens a page of its own without a way back', async () => {
    const page = await open({ ...vps, inBrowser: true });
    await page
      .context()
      .route('https://support.hostup.example/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }),
      );
    await link(page).click();
    const dialog = page.getByRole('dialog', { name: 'Open support.hostup.example?' });
    await dialog.getByText('https://support.hostup.example/console').waitFor();
    expect(page.context().pages()).toHaveLength(1);
    const [popup] = await Promise.all([
      page.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Open in a new tab' }).click(),
    ]);
    await popup.waitForLoadState();
    expect(popup.url()).toBe('https://support.hostup.example/console');
    expect(await popup.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await dialog.waitFor({ state: 'detached' });
    expect(await callsOf(page, 'link.open')).toEqual([]);
  });

  it('opens nothing when the answer is no, nor for what is not a plain https address', async () => {
    const page = await open({ ...vps, inBrowser: true });
    await link(page).click({ button: 'middle' });
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.evaluate(() => {
      const to = (text: string, href: string, host: string) => ({ kind: 'link' as const, text, href, host });
      window.program.arrive('tkt_vps', 'links', {
        blocks: [
          {
            kind: 'paragraph',
            spans: [
              to('plain', 'http://plain.example/', 'plain.example'),
              to('disguised', 'https://evil.example/', 'hostup.se'),
              to('user', 'https://hostup.se@evil.example/', 'evil.example'),
            ],
          },
        ],
      });
    });
    for (const name of ['plain', 'disguised', 'user']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByText('This address is not opened, to be safe.').waitFor();
    }
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('does not open on a press of the right button', async () => {
    const page = await open(vps);
    await link(page).click({ button: 'right' });
    await pageTime(page, 100);
    expect(await callsOf(page, 'link.open')).toEqual([]);
  });
});
