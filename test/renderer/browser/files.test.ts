// Attachments, downloads, pictures, copying and exporting, as somebody at the page meets them.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callsOf, eventually, focused, inputsOf, narrow, useStage } from './stage.ts';

const open = useStage();
const ticket = { hash: '#/ticket/tkt_vps' };
const name = 'console-app-01.png';
const source = { ticketId: 'tkt_vps', messageId: 'tkt_vps', attachmentId: 'tatt_1' };

const files = (page: Page) => page.getByRole('list', { name: 'Attachments' }).getByRole('listitem');
const dock = (page: Page) => page.getByRole('region', { name: 'Downloads' });
const button = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true });
const next = (page: Page, state: 'running' | 'broken' | 'done' | 'refused') =>
  page.evaluate((wanted) => {
    window.program.world.files.next = wanted;
  }, state);

describe('an attachment', () => {
  it('says what it is, is saved, and then says how large it is and where it lies', async () => {
    const page = await open(ticket);
    await eventually(() => files(page).locator('.file-type').innerText(), 'PNG');
    await button(page, `Save ${name}`).click();
    const row = files(page).filter({ hasText: name });
    await row.getByText('~/Downloads').waitFor();
    await row.getByText('PNG · 4.8 MB').waitFor();
    expect(await inputsOf(page, 'attachment.save')).toEqual([source]);
    await dock(page).getByText(name).waitFor();
    await row.getByRole('button', { name: `Show in folder: ${name}` }).click();
    expect(await callsOf(page, 'downloads.show')).toHaveLength(1);
    await dock(page)
      .getByRole('button', { name: `Take ${name} off the list` })
      .click();
    await dock(page).waitFor({ state: 'detached' });
    // what was learnt stays known
    await row.getByText('PNG · 4.8 MB').waitFor();
  });

  it('shows how far it is, and can be cancelled by keyboard', async () => {
    const page = await open(ticket);
    await next(page, 'running');
    await button(page, `Save ${name}`).click();
    const bar = files(page).getByRole('progressbar', { name: `Progress of ${name}` });
    await bar.waitFor();
    expect(await bar.evaluate((element: HTMLProgressElement) => element.position)).toBeCloseTo(0.27, 2);
    await files(page).getByText('1.3 MB of 4.8 MB').waitFor();
    expect(await button(page, `Save ${name}`).count()).toBe(0);
    await page.evaluate(() => {
      const [download] = window.program.world.files.downloads;
      if (download) window.program.world.files.downloads = [{ ...download, received: 2_400_000 }];
      window.program.changed('downloads');
    });
    await files(page).getByText('2.4 MB of 4.8 MB').waitFor();
    await files(page)
      .getByRole('button', { name: `Cancel ${name}` })
      .focus();
    await page.keyboard.press('Enter');
    await bar.waitFor({ state: 'detached' });
    expect(await inputsOf(page, 'downloads.cancel')).toEqual([{ id: 'dl_1' }]);
  });

  it('that broke off says why and goes on', async () => {
    const page = await open(ticket);
    await next(page, 'broken');
    await button(page, `Save ${name}`).click();
    const row = files(page).filter({ hasText: name });
    await row.getByRole('status').getByText('The connection broke before the answer was complete.').waitFor();
    await row.getByText('1.3 MB of 4.8 MB').waitFor();
    await row.getByRole('button', { name: `Resume ${name}` }).click();
    await row.getByRole('progressbar').waitFor();
    expect(await inputsOf(page, 'downloads.resume')).toEqual([{ id: 'dl_1' }]);
  });

  it('that is gone at HostUp says so, and offers nothing that cannot help', async () => {
    const page = await open(ticket);
    await next(page, 'broken');
    await button(page, `Save ${name}`).click();
    const row = files(page).filter({ hasText: name });
    await row.getByRole('button', { name: `Resume ${name}` }).waitFor();
    await page.evaluate(() => {
      const [download] = window.program.world.files.downloads;
      const reason = { ok: false, code: 'not_found', status: 404 } as const;
      if (download !== undefined) window.program.world.files.downloads = [{ ...download, reason }];
      window.program.changed('downloads');
    });
    await row.getByRole('button', { name: `Resume ${name}` }).waitFor({ state: 'detached' });
    await row.getByRole('button', { name: `Take ${name} off the list` }).click();
    await button(page, `Save ${name}`).waitFor();
  });

  it('is nowhere when the user says no, and says why it cannot be saved', async () => {
    const page = await open(ticket);
    await next(page, 'refused');
    await button(page, `Save ${name}`).click();
    await eventually(async () => (await callsOf(page, 'attachment.save')).length, 1);
    await eventually(() => button(page, `Save ${name}`).getAttribute('aria-busy'), null);
    expect(await dock(page).count()).toBe(0);
    await page.evaluate(() => {
      window.program.world.refuse.set('attachment.save', { ok: false, code: 'file_not_saved' });
    });
    await button(page, `Save ${name}`).click();
    await page.getByText('The file could not be saved there.').waitFor();
  });

  it('cannot be shown in its folder by a browser’s page', async () => {
    const page = await open({ ...ticket, inBrowser: true });
    await button(page, `Save ${name}`).click();
    await files(page).getByText('~/Downloads').waitFor();
    expect(await page.getByRole('button', { name: /^Show in folder/ }).count()).toBe(0);
  });
});

describe('a picture', () => {
  it('is fetched when it is asked for, shown with its name, and gone with Escape', async () => {
    const page = await open(ticket);
    expect(await callsOf(page, 'attachment.preview')).toHaveLength(0);
    await button(page, `Preview ${name}`).click();
    const dialog = page.getByRole('dialog', { name });
    const picture = dialog.getByRole('img', { name });
    await picture.waitFor();
    await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), 2);
    expect(await inputsOf(page, 'attachment.preview')).toEqual([0, 1].map((piece) => ({ ...source, piece })));
    await dialog.getByRole('button', { name: 'Actual size' }).click();
    await dialog.getByRole('button', { name: 'Fit to window' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await eventually(() => focused(page), `Preview ${name}`);
  });

  it.each([
    ['refused', 'This is no picture that can be shown here'],
    ['too_large', 'This picture is larger than 8 MB.'],
    ['offline', 'HostUp cannot be reached from this computer.'],
  ] as const)('that cannot be shown says why: %s', async (code, words) => {
    const page = await open(ticket);
    await page.evaluate((refused) => {
      window.program.world.refuse.set('attachment.preview', { ok: false, code: refused });
    }, code);
    await button(page, `Preview ${name}`).click();
    await page.getByRole('dialog', { name }).getByRole('alert').getByText(words).waitFor();
  });
});

describe('the list of downloads', () => {
  it('shows those of every ticket', async () => {
    const page = await open({ scenario: 'downloads' });
    await eventually(() => dock(page).getByRole('listitem').count(), 3);
    await dock(page).getByRole('progressbar').waitFor();
    await dock(page).getByText('149943 VPS unreachable since the reboot.pdf').waitFor();
  });

  it('stays out of a conversation in a narrow window', async () => {
    const page = await open({ scenario: 'downloads', ...ticket, context: narrow });
    await files(page).getByRole('progressbar').waitFor();
    expect(await dock(page).isVisible()).toBe(false);
  });
});

describe('copying', () => {
  const copied = (page: Page) =>
    page.evaluate(() => window.program.world.copied?.map(({ text }) => text) ?? []);
  const withClipboard = async () => {
    const page = await open(ticket);
    await page.evaluate(() => {
      window.program.world.copied = [];
    });
    return page;
  };

  it('takes one message or the ticket as Markdown', async () => {
    const page = await withClipboard();
    await page.getByRole('article', { name: /Kim Lindqvist/ }).hover();
    await page
      .getByRole('article', { name: /Kim Lindqvist/ })
      .getByRole('button', { name: 'Copy as Markdown' })
      .click();
    await eventually(() => copied(page), ['### 14:02\n']);
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
    await eventually(() => copied(page), ['### 14:02\n', '# VPS unreachable since the reboot\n']);
    expect(await inputsOf(page, 'ticket.markdown')).toMatchObject([
      { ticketId: 'tkt_vps', messageId: expect.any(String), timeZone: 'Europe/Stockholm' },
      { ticketId: 'tkt_vps', messageId: null },
    ]);
  });

  it('is not offered for an encrypted message', async () => {
    const page = await open(ticket);
    const encrypted = page.getByRole('article', { name: /Encrypted/ }).first();
    await encrypted.waitFor();
    expect(await encrypted.getByRole('button', { name: 'Copy as Markdown' }).count()).toBe(0);
  });

  it('takes the address of a link from its menu, by mouse and by key', async () => {
    const page = await withClipboard();
    const link = page.getByRole('link', { name: 'how to reach the console' });
    await link.click({ button: 'right' });
    await page.getByRole('menu', { name: 'Link to support.hostup.example' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(async () => (await copied(page)).length, 1);
    expect((await copied(page))[0]).toBe(await link.getAttribute('href'));
    await link.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(
      () => page.evaluate(() => document.activeElement?.textContent),
      'how to reach the console',
    );
  });
});

describe('exporting', () => {
  it('offers both formats with a key, and the file appears among the downloads', async () => {
    const page = await open(ticket);
    await page.getByRole('log', { name: 'Conversation' }).focus();
    await page.keyboard.press('e');
    await page.getByRole('menuitem', { name: 'Markdown' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dock(page).getByText('149943 VPS unreachable.pdf').waitFor();
    expect(await inputsOf(page, 'ticket.export')).toEqual([
      { ticketId: 'tkt_vps', format: 'pdf', timeZone: 'Europe/Stockholm' },
    ]);
  });

  it('prints the page itself where a browser shows it, and comes back', async () => {
    const page = await open({ ...ticket, inBrowser: true });
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('textbox', { name: 'Reply' }).fill('half written');
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: /^Export/ }).click();
    await page.getByRole('menuitem', { name: 'PDF' }).click();
    await page.getByRole('heading', { name: 'VPS unreachable since the reboot', level: 1 }).waitFor();
    await eventually(() => page.evaluate(() => document.body.getAttribute('data-printed')), 'yes');
    expect(await page.title()).toBe('149943 VPS unreachable since the reboot');
    await page.getByText('choose “Save as PDF” as the printer').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await eventually(() => page.getByRole('textbox', { name: 'Reply' }).inputValue(), 'half written');
    expect(await page.title()).not.toContain('149943');
    await page.goBack();
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('textbox', { name: 'Reply' }).inputValue(), 'half written');
  });
});
