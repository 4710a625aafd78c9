// Finding a ticket by its number, also one that is not kept here, and anything through the palette.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { en } from '../../../renderer/text/en.ts';
import { sv } from '../../../renderer/text/sv.ts';
import { addTicket, allScopes, closeBrowser, key, openTicket, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

const languages = [
  ['English', 'en-GB', en],
  ['Swedish', 'sv-SE', sv],
] as const;

/** Signed in, and looking so seldom that what is new at HostUp stays unknown here. */
async function start(locale: string, hostup = {}): Promise<Page> {
  scene = await startScene('unlocked', allScopes, hostup);
  scene.env.HOSTUP_API_KEY = key;
  scene.env.HOSTUP_POLL_SECONDS = '3600';
  return scene.open(await scene.start(), locale);
}

const askedFor = (number: string) =>
  scene.server
    .log()
    .filter(({ path }) => path.includes(number))
    .map(({ path, status }) => `${path.includes('/v2/') ? 'v2' : 'older'} ${status}`);

describe.each(languages)('a ticket that is not kept here, in %s', (_name, locale, text) => {
  it('is opened by its number from the search box, through v2', async () => {
    const page = await start(locale);
    await page
      .getByRole('status', { name: text.connection })
      .getByText(text.connectionStates['up-to-date'])
      .waitFor();
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
    const { number } = addTicket(scene, 'Certifikatet går ut');
    await page.getByRole('searchbox', { name: text.searchTickets }).waitFor();
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

describe.each(languages)('the palette, in %s', (_name, locale, text) => {
  it('finds a ticket by its words and does things with it, and keeps what is being written', async () => {
    scene = await startScene();
    addTicket(scene, 'Webbmejlen är långsam');
    addTicket(scene, 'Cronjobb står still');
    scene.env.HOSTUP_API_KEY = key;
    const page = await scene.open(await scene.start(), locale);
    await page
      .getByRole('status', { name: text.connection })
      .getByText(text.connectionStates['up-to-date'])
      .waitFor();
    const field = page.getByRole('combobox', { name: text.palettePlaceholder });

    await page.keyboard.press('Control+k');
    await field.fill('langsam');
    await page.getByRole('option', { name: 'Webbmejlen är långsam' }).click();
    const box = page.getByRole('textbox', { name: text.reply, exact: true });
    await box.fill('Det gäller hela');
    await page.keyboard.press('Control+k');
    await field.fill(text.pin);
    await page.getByRole('option', { name: text.pin }).first().waitFor();
    await field.press('Enter');
    await page.getByText(text.marked.pinned(1)).waitFor();
    await page.keyboard.type(' kontoret');
    expect(await box.inputValue()).toBe('Det gäller hela kontoret');

    await page.keyboard.press('Control+k');
    await field.fill(text.keyNames.closed);
    await field.press('Enter');
    await page.getByRole('heading', { name: text.closed, exact: true }).waitFor();
    expect(scene.complaints).toEqual([]);
  });
});

it('says that HostUp has no ticket with a number, and stays where it was', async () => {
  const page = await start('en-GB');
  addTicket(scene, 'Cron jobs stopped');
  await page.getByRole('button', { name: 'Check now' }).click();
  await openTicket(page, 'Cron jobs stopped');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: en.palettePlaceholder }).fill('99999999');
  await page.keyboard.press('Enter');
  await page.getByText(en.codes.not_found.says).waitFor();
  await page.getByRole('heading', { name: 'Cron jobs stopped' }).waitFor();
});
