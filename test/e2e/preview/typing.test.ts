// Writing in the preview, against the stand-in: what is typed outlives switching, reloading and errors, has its limit,
// and an answer that comes meanwhile is shown before Send.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../electron/contract/calls.ts';
import {
  addTicket,
  closeBrowser,
  languages,
  openSignedIn,
  openTicket,
  type Scene,
  startScene,
} from './scene.ts';

afterAll(closeBrowser);

describe.each(languages)('what is typed, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  let first: ReturnType<typeof addTicket>;
  beforeAll(async () => {
    scene = await startScene();
    first = addTicket(scene, 'Zebra ett');
    addTicket(scene, 'Zebra två');
    page = await openSignedIn(scene, text, locale);
  });
  afterAll(() => scene.close());

  const box = () => page.getByRole('textbox', { name: text.reply, exact: true });
  const send = () => page.getByRole('button', { name: text.send, exact: true });
  const expectTyped = (words: string) => expect.poll(() => box().inputValue()).toBe(words);
  const open = (subject: string) => openTicket(page, subject, text);
  const sent = () => scene.server.api.applied().map(({ message }) => message);
  const saved = () => page.locator('.composer').getByText(text.draftSaved).waitFor();

  it('stays with its ticket, through a switch of ticket and a reload', async () => {
    await open('Zebra ett');
    await box().fill('Till den ena.');
    // at once, with nothing saved yet
    await open('Zebra två');
    await expectTyped('');
    await box().fill('Till den andra.');
    await saved();
    await page.keyboard.press('Escape');
    await open('Zebra ett');
    await expectTyped('Till den ena.');
    await box().press('End');
    await box().pressSequentially(' Och mer.');
    await page.reload();
    await expectTyped('Till den ena. Och mer.');
    await page.getByRole('button', { name: new RegExp(`^${text.drafts}`) }).click();
    await page.getByRole('option', { name: new RegExp(`^Zebra två.*, ${text.hasDraft}`) }).waitFor();
  });

  it('shows an answer that comes meanwhile before it is sent', async () => {
    // sent before the draft was kept, and fetched after it
    const at = Date.now() - 60_000;
    scene.server.api.staffReply(first.id, 'Är det löst nu?', { senderName: 'Sara', at });
    const bar = page.locator('.bars').getByText(text.overtaken('Sara'));
    await bar.waitFor();
    await page.reload();
    await bar.waitFor();
    const [barPlace, sendPlace] = [await bar.boundingBox(), await send().boundingBox()];
    expect(barPlace?.y).toBeLessThan(sendPlace?.y ?? 0);
    await expectTyped('Till den ena. Och mer.');
    await page.locator('.bars').getByRole('button', { name: text.show }).click();
    const log = page.getByRole('log', { name: text.conversation });
    await log.getByText('Är det löst nu?').waitFor();
    await bar.waitFor({ state: 'detached' });
    expect(sent()).toEqual([]);
  });

  it('is offered to be encrypted where it looks like a secret', async () => {
    await box().fill('Lösenord: Sommar-2026!x');
    await page.getByText(text.secretLooks.password).waitFor();
    await page.getByRole('button', { name: text.notSecret }).click();
    await page.getByText(text.secretLooks.password).waitFor({ state: 'detached' });
    await box().fill('Lösenord: Vinter-2027!y');
    await page.getByRole('button', { name: text.markEncrypted }).click();
    const encrypted = page.getByRole('switch', { name: text.encrypted });
    await expect.poll(() => encrypted.getAttribute('aria-checked')).toBe('true');
    await page.getByText(text.secretLooks.password).waitFor({ state: 'detached' });
    await encrypted.click();
    await page.getByText(text.secretLooks.password).waitFor();
  });

  it('has its limit, which is told and never cut off', async () => {
    const full = 'å'.repeat(limits.text);
    await box().fill(full.slice(0, -100));
    await page.getByText(text.left(100)).waitFor();
    await box().fill(`${full}123`);
    await page.getByText(text.tooLong(3)).waitFor();
    await expect.poll(() => send().getAttribute('aria-disabled')).toBe('true');
    await box().press('ControlOrMeta+Enter');
    expect((await box().inputValue()).length).toBe(limits.text + 3);
    expect(sent()).toEqual([]);
    await box().fill('Kort.');
    await page.getByText(text.tooLong(3)).waitFor({ state: 'detached' });
  });

  it('is there again when HostUp refuses it, and leaves by itself once it can be reached', async () => {
    scene.server.faults.add({
      kind: 'status',
      status: 400,
      method: 'POST',
      path: '/messages',
    });
    await send().click();
    const log = page.getByRole('log', { name: text.conversation });
    await log.getByText(text.rejectedReply(first.number)).waitFor();
    await log.getByRole('button', { name: text.edit }).click();
    await expectTyped('Kort.');

    await scene.server.setOffline(true);
    const connection = page.getByRole('status', { name: text.connection });
    await connection.getByText(text.connectionStates.offline).waitFor();
    await send().click();
    await log.getByText(text.outgoing.queued).waitFor();
    await log.getByText('Kort.').waitFor();
    await scene.server.setOffline(false);
    await expect.poll(sent).toEqual(['Kort.']);
    await open('Zebra två');
    await expectTyped('Till den andra.');
    expect(scene.complaints).toEqual([]);
  });
});
