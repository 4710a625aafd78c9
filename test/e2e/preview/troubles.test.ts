// When HostUp is away, refuses, or something else answers in its place.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { addTicket, closeBrowser, key, openTicket, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

const status = (page: Page, words: string) =>
  page.getByRole('status', { name: 'Connection' }).getByText(words).waitFor();

/** Signed in, with one ticket of that subject on the screen. */
async function reading(subject: string) {
  scene = await startScene();
  const ticket = addTicket(scene, subject);
  scene.env.HOSTUP_API_KEY = key;
  const page = await scene.open(await scene.start());
  await openTicket(page, subject);
  await page.getByRole('log').getByText(`Hej! ${subject}.`).waitFor();
  await status(page, 'Up to date');
  return { page, ticket };
}

describe('HostUp away', () => {
  it('keeps the thread readable, holds the reply, and sends it once when HostUp is back', async () => {
    const { page } = await reading('Sajten är nere');
    await scene.server.setOffline(true);
    await status(page, 'Offline');
    await page.getByRole('log').getByText('Hej! Sajten är nere.').waitFor();
    await page.getByRole('textbox', { name: 'Reply' }).fill('Skrivet utan nät');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Waiting to be sent').first().waitFor();

    await scene.server.setOffline(false);
    await expect.poll(() => scene.server.api.applied().length).toBe(1);
    await status(page, 'Up to date');
    await page.getByText('Waiting to be sent').first().waitFor({ state: 'detached' });
    expect(scene.server.api.applied()).toMatchObject([{ message: 'Skrivet utan nät' }]);
  });

  it('shows everything again after a start without a network', async () => {
    const { page } = await reading('Läst förut');
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.context().close();
    scene.env.HOSTUP_API_URL = 'http://127.0.0.1:9';
    const again = await scene.open(await restart());
    await status(again, 'Offline');
    await openTicket(again, 'Läst förut');
    await again.getByRole('log').getByText('Hej! Läst förut.').waitFor();
  });
});

describe('something else answers', () => {
  it('a login page of the network is a problem with its status, and the next look is fine', async () => {
    const { page } = await reading('Captive portal');
    const remove = scene.server.faults.add({ kind: 'html', method: 'GET', times: Number.POSITIVE_INFINITY });
    await status(page, 'Problem');
    await page.getByText('status 200').first().waitFor();
    await page.getByRole('log').getByText('Hej! Captive portal.').waitFor();
    remove();
    await status(page, 'Up to date');
  });

  it('a server error shows the request number to quote', async () => {
    const { page } = await reading('Fel 500');
    const remove = scene.server.faults.add({
      kind: 'status',
      status: 500,
      times: Number.POSITIVE_INFINITY,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify({ title: 'Oops', status: 500, code: 'internal_error', requestId: 'req_quote_me' }),
    });
    await page.getByText('req_quote_me').first().waitFor();
    remove();
    await status(page, 'Up to date');
  });
});

describe('HostUp refuses', () => {
  it('a ticket that is no longer there is marked gone and stays readable', async () => {
    const { page, ticket } = await reading('Borttaget ärende');
    scene.server.api.removeTicket(ticket.id);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('no longer in your account').waitFor();
    await page.getByRole('log').getByText('Hej! Borttaget ärende.').waitFor();
  });

  it('a revoked key signs out, keeps the cache readable and the draft', async () => {
    const { page } = await reading('Återkallad nyckel');
    await page.getByRole('textbox', { name: 'Reply' }).fill('Påbörjat');
    await page.getByText('Draft saved').waitFor();
    scene.server.api.setKey(key, null);
    await status(page, 'Signed out');
    await page.getByText('HostUp does not accept this API key').first().waitFor();
    await page.getByRole('log').getByText('Hej! Återkallad nyckel.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('Påbörjat');
  });

  it('a key that may only read gives a program that says why it cannot reply', async () => {
    scene = await startScene('unlocked', ['read:support']);
    addTicket(scene, 'Bara läsa');
    scene.env.HOSTUP_API_KEY = key;
    const page = await scene.open(await scene.start());
    await openTicket(page, 'Bara läsa');
    await page.getByText('it lacks the scope write:support').first().waitFor();
    expect(scene.server.api.applied()).toEqual([]);
  });
});

async function restart() {
  const [running] = scene.previews();
  await running?.end('SIGTERM');
  return scene.start();
}
