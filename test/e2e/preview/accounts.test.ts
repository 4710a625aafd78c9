// Two customers of an agency in one program: added on the page, listed together, each answered through its own key.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createDemoApi, type DemoApi } from '../../../electron/demo/api.ts';
import type { Text } from '../../../renderer/text/en.ts';
import { behindOneAddress } from '../../server/customers.ts';
import { openRow } from '../open-row.ts';
import { allScopes, closeBrowser, key, languages, type Scene, startScene } from './scene.ts';

const otherKey = 'hup_e2e-preview-other-77c0';
const name = 'Åkeri & Söner AB';
let scene: Scene;
let mine: DemoApi;
let theirs: DemoApi;
afterEach(() => scene.close());
afterAll(closeBrowser);

/**
 * Customers that are alike to the last number, so that nothing but the key tells them apart, and the moment when they
 * wrote.
 * @param earlier milliseconds
 */
function createCustomer(itsKey: string, earlier: number): DemoApi {
  let ago = earlier;
  const customer = createDemoApi({
    now: () => Date.now() - ago,
    random: () => 0.5,
    tickets: 3,
    keys: { [itsKey]: allScopes },
    staffReplyAfterMs: null,
    automation: 'never',
  });
  ago = 0;
  return customer;
}

/** Two customers behind one address; the key alone decides which is asked, as at HostUp. */
async function startAgency(): Promise<void> {
  scene = await startScene();
  mine = createCustomer(key, 0);
  theirs = createCustomer(otherKey, 60_000);
  const customers = new Map([
    [key, mine],
    [otherKey, theirs],
  ]);
  scene.server.api.handle = behindOneAddress(customers).handle;
}

async function addAccount(page: Page, text: Text): Promise<void> {
  await page.getByRole('button', { name: text.settings, exact: true }).click();
  await page.getByRole('button', { name: text.accounts.add }).click();
  const dialog = page.getByRole('dialog', { name: text.accounts.add });
  await dialog.getByRole('textbox', { name: text.accounts.name }).fill(name);
  await dialog.getByRole('textbox', { name: text.apiKey }).fill(key);
  await page.keyboard.press('Enter');
  await dialog.getByText(text.accounts.alreadyHere).waitFor();
  await dialog.getByRole('textbox', { name: text.apiKey }).fill('hup_nobody');
  await page.keyboard.press('Enter');
  await dialog.getByText(text.codes.unauthorized.says).waitFor();
  await dialog.getByRole('textbox', { name: text.apiKey }).fill(otherKey);
  await page.keyboard.press('Enter');
  await page.getByText(text.accounts.added(name)).waitFor();
}

/** @param as the account that the composer must name; null: there is only one */
async function answer(
  page: Page,
  text: Text,
  subject: string,
  as: string | null,
  words: string,
): Promise<void> {
  await openRow(page, new RegExp(subject));
  await page.getByRole('heading', { name: subject }).first().waitFor();
  if (as !== null) await page.getByText(text.accounts.replyAs(as)).waitFor();
  else await expect.poll(() => page.locator('.reply-as').count()).toBe(0);
  await page.getByRole('textbox', { name: text.reply, exact: true }).fill(words);
  await page.getByRole('button', { name: text.send, exact: true }).click();
  await page.getByRole('log').getByText(words).waitFor();
}

const said = (api: DemoApi) => api.applied().map(({ message }) => message);

describe.each(languages)('two accounts, in %s', (_name, locale, text) => {
  it('are added, listed together, answered each through its own key, and left one at a time', async () => {
    await startAgency();
    const ticket = { body: 'Hej!', status: 'customer_reply', departmentSlug: 'general' } as const;
    const { number } = mine.addTicket({ ...ticket, subject: 'Kassan är långsam' });
    expect(theirs.addTicket({ ...ticket, subject: 'Orderadressen studsar' })).toMatchObject({ number });
    const page = await scene.open(await scene.start(), locale);
    await page.getByRole('textbox', { name: text.apiKey }).fill(key);
    await page.getByRole('button', { name: text.connect }).click();
    await page.getByRole('listbox', { name: text.tickets }).waitFor();
    await addAccount(page, text);

    await page.getByRole('button', { name: new RegExp(`^${text.allOpen}`) }).click();
    const unnamed = text.accounts.unnamed(1);
    await page
      .getByRole('option', { name: new RegExp(`Kassan.*#${number}.*${text.accounts.of(unnamed)}`) })
      .waitFor();
    await page
      .getByRole('option', { name: new RegExp(`Orderadressen.*#${number}.*${text.accounts.of(name)}`) })
      .waitFor();

    await answer(page, text, 'Kassan är långsam', unnamed, 'Till kassan.');
    await answer(page, text, 'Orderadressen studsar', name, 'Till åkeriet.');
    await expect.poll(() => said(mine)).toEqual(['Till kassan.']);
    await expect.poll(() => said(theirs)).toEqual(['Till åkeriet.']);

    await page.getByRole('textbox', { name: text.reply, exact: true }).fill('Ett utkast.');
    await page.getByText(text.draftSaved).waitFor();
    await page.getByRole('button', { name: text.settings, exact: true }).click();
    await page.locator('summary', { hasText: name }).click();
    await page.getByRole('group', { name }).getByRole('button', { name: text.signOut }).click();
    const ask = page.getByRole('dialog', { name: text.accounts.signOutAsk(name) });
    await ask.getByText(text.signOutDrafts(1)).waitFor();
    await ask.getByRole('button', { name: text.accounts.signOutOf(name) }).click();
    await page.getByText(text.accounts.signedOut(name)).waitFor();
    await page.getByRole('option', { name: /Orderadressen/ }).waitFor({ state: 'detached' });
    await answer(page, text, 'Kassan är långsam', null, 'Och en gång till.');
    await expect.poll(() => said(mine)).toEqual(['Till kassan.', 'Och en gång till.']);
    expect(said(theirs)).toEqual(['Till åkeriet.']);
    expect(scene.complaints).toEqual([]);
  });
});
