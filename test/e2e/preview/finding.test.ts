// Finding a ticket by its number, also one that is not kept here, and anything through the palette.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { en, type Text } from '../../../renderer/text/en.ts';
import { keyLabel, shortcuts } from '../../../renderer/ui/keys.ts';
import {
  addTicket,
  allScopes,
  closeBrowser,
  key,
  languages,
  openSignedIn,
  openTicket,
  type Scene,
  startScene,
} from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

/** Signed in, and looking so seldom that what is new at HostUp stays unknown here. */
async function start(locale: string, hostup = {}): Promise<Page> {
  scene = await startScene('unlocked', allScopes, hostup);
  scene.env.HOSTUP_API_KEY = key;
  scene.env.HOSTUP_POLL_SECONDS = '3600';
  return scene.open(await scene.start(), locale);
}

const isUpToDate = (page: Page, text: Text) =>
  page
    .getByRole('status', { name: text.connection })
    .getByText(text.connectionStates['up-to-date'])
    .waitFor();

const askedFor = (number: string) =>
  scene.server
    .log()
    .filter(({ path }) => path.includes(number))
    .map(({ path, status }) => `${path.includes('/v2/') ? 'v2' : 'older'} ${status}`);

describe.each(languages)('a ticket that is not kept here, in %s', (_name, locale, text) => {
  it('is opened by its number from the search box, through v2', async () => {
    const page = await start(locale);
    await isUpToDate(page, text);
    const { number } = addTicket(scene, 'Flytta domänen');
    const search = page.getByRole('searchbox', { name: text.searchTickets });
    await search.fill(`#${number}`);
    await page.getByRole('button', { name: text.openNumber(number) }).waitFor();
    await search.press('Enter');
    await page.getByRole('heading', { name: 'Flytta domänen' }).waitFor();
    await page.getByRole('log').getByText('Hej! Flytta domänen.').waitFor();
    expect(askedFor(number)).toContain('v2 200');
    expect(askedFor(number).some((line) => line.startsWith('older'))).toBe(false);
    expect(scene.complaints).toEqual([]);
  });

  it('is opened by its number from the palette, through the older call where v2 does not answer', async () => {
    const page = await start(locale, { v2: false });
    // after the look with which it starts, which would bring the ticket; the list is not to be had at all there
    await page
      .getByRole('status', { name: text.connection })
      .getByText(text.connectionStates.error)
      .waitFor();
    const { number } = addTicket(scene, 'Certifikatet går ut');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: text.palettePlaceholder });
    await field.fill(number);
    await page.getByRole('option', { name: text.openNumber(number) }).waitFor();
    await field.press('Enter');
    await page.getByRole('heading', { name: 'Certifikatet går ut' }).waitFor();
    await page.getByRole('log').getByText('Hej! Certifikatet går ut.').waitFor();
    expect(askedFor(number)).toContain('older 200');
    expect(scene.complaints).toEqual([]);
  });
});

/** What Enter does in the palette. */
const chosen = (palette: Locator, name: string) =>
  palette.locator('[role=option][aria-selected=true]', { hasText: name });

describe.each(languages)('by keyboard, in %s', (_name, locale, text) => {
  const box = (page: Page) => page.getByRole('textbox', { name: text.reply, exact: true });

  it('the palette finds a ticket by its words and does things with it, and keeps what is being written', async () => {
    scene = await startScene();
    addTicket(scene, 'Webbmejlen är långsam');
    addTicket(scene, 'Cronjobb står still');
    const page = await openSignedIn(scene, text, locale);
    const field = page.getByRole('combobox', { name: text.palettePlaceholder });

    await page.keyboard.press('Control+k');
    await field.fill('langsam');
    // the list behind it may show the same ticket
    const palette = page.getByRole('dialog', { name: text.palette });
    await palette.getByRole('option', { name: 'Webbmejlen är långsam' }).click();
    await box(page).fill('Det gäller hela');
    await page.keyboard.press('Control+k');
    await field.fill(text.pin);
    await chosen(palette, text.pin).waitFor();
    await field.press('Enter');
    await page.getByText(text.marked.pinned(1)).waitFor();
    await expect.poll(() => box(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type(' kontoret');
    await expect.poll(() => box(page).inputValue()).toBe('Det gäller hela kontoret');

    await page.keyboard.press('Control+k');
    await field.fill(text.keyNames.closed);
    await chosen(palette, text.keyNames.closed).waitFor();
    await field.press('Enter');
    await page.getByRole('heading', { name: text.closed, exact: true }).waitFor();
    expect(scene.complaints).toEqual([]);
  });

  it('the sheet of keys tells all of them, and a question mark in a text is one', async () => {
    scene = await startScene();
    addTicket(scene, 'Cronjobb står still');
    const page = await openSignedIn(scene, text, locale);
    await openTicket(page, 'Cronjobb står still', text);
    const sheet = page.getByRole('dialog', { name: text.keys });
    await box(page).pressSequentially('Och nu?');
    expect(await box(page).inputValue()).toBe('Och nu?');
    expect(await sheet.count()).toBe(0);

    await page.getByRole('log', { name: text.conversation }).focus();
    await page.keyboard.press('?');
    await sheet.waitFor();
    const lines = await sheet
      .locator('dl > div')
      .evaluateAll((all) =>
        all.map((line) => [
          line.querySelector('dt')?.textContent,
          [...line.querySelectorAll('kbd')].map((one) => one.textContent),
        ]),
      );
    // the one for several accounts is told of once there are several
    const known = shortcuts.filter(({ action }) => action !== 'nextAccount');
    expect(lines).toEqual(
      known.map(({ action, keys }) => [
        text.keyNames[action],
        keys.map((one) => keyLabel(one, process.platform, text.keyCaps)),
      ]),
    );
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(scene.complaints).toEqual([]);
  });
});

it('says that HostUp has no ticket with a number, and stays where it was', async () => {
  const page = await start('en-GB');
  await isUpToDate(page, en);
  addTicket(scene, 'Cron jobs stopped');
  await page.getByRole('button', { name: 'Check now' }).click();
  await openTicket(page, 'Cron jobs stopped');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: en.palettePlaceholder }).fill('99999999');
  await page.getByRole('option', { name: en.openNumber('99999999') }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(en.codes.not_found.says).waitFor();
  await page.getByRole('heading', { name: 'Cron jobs stopped' }).waitFor();
});
