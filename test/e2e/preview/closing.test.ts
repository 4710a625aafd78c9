// Closing and reopening in the preview, against the stand-in: asked first, taken back, refused, and by a reply.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForLooks } from '../looks.ts';
import { closeBrowser, languages, openSignedIn, openTicket, type Scene, startScene } from './scene.ts';

afterAll(closeBrowser);

/** How the open ones of the last three are found in each language. */
const openOnes = { 'en-GB': 'zebra is:open', 'sv-SE': 'zebra är:öppen' } as const;

describe.each(languages)('closing and reopening, in %s', (_name, locale, text) => {
  let scene: Scene;
  let page: Page;
  const add = (subject: string) =>
    scene.server.api.addTicket({ subject, body: `Om ${subject}`, status: 'customer_reply' }).id;
  beforeAll(async () => {
    scene = await startScene();
    for (const subject of ['Räven', 'Lejon mejl', 'Lejon faktura', 'Lejon cron', 'Älgen']) add(subject);
    for (const subject of ['Zebra ett', 'Zebra två', 'Zebra tre']) add(subject);
    page = await openSignedIn(scene, text, locale);
  });
  afterAll(() => scene.close());

  const about = (word: string) =>
    scene.server.api.tickets().filter(({ subject }) => subject?.startsWith(word) === true);
  const closedOnes = (word: string) =>
    about(word)
      .filter(({ status }) => status === 'closed')
      .map(({ subject }) => subject);
  const rows = () => page.getByRole('listbox', { name: text.tickets }).getByRole('option');
  const flash = (words: string) => page.locator('.flash').getByText(words).waitFor();

  it('closes one from its conversation, and opens it again by taking that back', async () => {
    await openTicket(page, 'Räven', text);
    await page.getByRole('button', { name: text.closeTicket }).click();
    const ask = page.getByRole('dialog', { name: text.closeTicketAsk });
    await ask.getByRole('button', { name: text.closeTicket }).click();
    await flash(text.marked.closed(1));
    expect(closedOnes('Räven')).toEqual(['Räven']);
    await page.locator('.flash').getByRole('button', { name: text.undo }).click();
    await flash(text.undone);
    await expect.poll(() => closedOnes('Räven')).toEqual([]);
    await page.getByRole('button', { name: text.closeTicket }).waitFor();
  });

  it('closes several after a question, and says which could not be closed', async () => {
    // the rows stay where they are once all that was done before has been read back
    await waitForLooks(scene.server, 1);
    await page.keyboard.press('3');
    for (const subject of ['Lejon mejl', 'Lejon faktura', 'Lejon cron']) {
      const row = rows().filter({ hasText: subject });
      await row.click({ modifiers: ['ControlOrMeta'] });
      await row.and(page.locator('[aria-selected=true]')).waitFor();
    }
    const [refusedOne] = about('Lejon faktura');
    scene.server.faults.add({ kind: 'status', status: 409, path: `${refusedOne?.id}/actions/close` });
    await page.locator('.selection-bar').getByText(text.selected(3)).waitFor();
    await page.keyboard.press('x');
    await page.getByRole('button', { name: text.closeMany(3) }).click();
    const refused = page.getByRole('dialog', { name: text.notClosed(1) });
    await refused.getByText('Lejon faktura').waitFor();
    await refused.getByText(text.codes.conflict.says).waitFor();
    await refused.getByRole('button', { name: text.done }).click();
    expect(closedOnes('Lejon')).toEqual(['Lejon mejl', 'Lejon cron']);
    await page.keyboard.press('z');
    await flash(text.undone);
    await expect.poll(() => closedOnes('Lejon')).toEqual([]);
  });

  it('does so by keyboard alone, with what a search found', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type(openOnes[locale]);
    await page.getByRole('heading', { name: text.searchResults(3) }).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('option');
    await page.keyboard.press('ControlOrMeta+a');
    await page.locator('.selection-bar').getByText(text.selected(3)).waitFor();
    await page.keyboard.press('x');
    const asked = page.getByRole('dialog', { name: text.closeManyAsk(3) });
    await asked.getByRole('button', { name: text.closeMany(3) }).press('Enter');
    await flash(text.marked.closed(3));
    expect(closedOnes('Zebra')).toEqual(['Zebra ett', 'Zebra två', 'Zebra tre']);
    await page.keyboard.press('z');
    await flash(text.undone);
    await expect.poll(() => rows().count()).toBe(3);
    await expect.poll(() => closedOnes('Zebra')).toEqual([]);
    await page.getByRole('searchbox', { name: text.searchTickets }).fill('');
  });

  it('offers to reopen a closed one by the reply that is written to it', async () => {
    await openTicket(page, 'Älgen', text);
    const box = page.getByRole('textbox', { name: text.reply, exact: true });
    await box.fill('Den är tillbaka.');
    const [before] = about('Älgen');
    scene.server.api.closeTicket(before?.id ?? '');
    await page.getByText(text.closedSendReopens).waitFor();
    expect(await box.inputValue()).toBe('Den är tillbaka.');
    await page.getByRole('button', { name: text.reopenAndSend }).click();
    await page.getByRole('log').getByText('Den är tillbaka.').waitFor();
    await page.getByText(text.closedSendReopens).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: text.send, exact: true }).waitFor();
    // the reply stands in the conversation before HostUp has it
    const sent = () => scene.server.api.applied().map(({ message }) => message);
    await expect.poll(sent).toEqual(['Den är tillbaka.']);
    expect(closedOnes('Älgen')).toEqual([]);
    expect(scene.complaints).toEqual([]);
  });
});
