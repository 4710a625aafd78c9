// What is kept: drafts over a reload and over kill -9, the order of the list, the key in a real keychain.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { addTicket, closeBrowser, connectWith, key, openTicket, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

describe('a draft', () => {
  it('is there again after a reload, and after kill -9 and a new start, with its mark', async () => {
    scene = await startScene();
    addTicket(scene, 'Flytta domänen');
    const first = await scene.start();
    const page = await scene.open(first);
    await connectWith(page, key);
    await openTicket(page, 'Flytta domänen');
    await page.getByRole('switch', { name: 'Encrypted' }).click();
    await reply(page).fill('Ett påbörjat svar, åäö');
    await page.getByText('Draft saved').waitFor();

    await page.reload();
    await expect.poll(() => reply(page).inputValue()).toBe('Ett påbörjat svar, åäö');

    await first.end('SIGKILL');
    const again = await scene.open(await scene.start());
    // signed in without typing the key: it was in the keychain
    await openTicket(again, 'Flytta domänen');
    await expect.poll(() => reply(again).inputValue()).toBe('Ett påbörjat svar, åäö');
    expect(await again.getByRole('switch', { name: 'Encrypted' }).getAttribute('aria-checked')).toBe('true');
    expect(scene.server.api.applied()).toEqual([]);
  });
});

describe('the order of the list', () => {
  it('is as it was chosen after a reload and after a new start', async () => {
    scene = await startScene();
    addTicket(scene, 'Flytta domänen');
    const first = await scene.start();
    const page = await scene.open(first);
    await connectWith(page, key);
    await page.getByRole('button', { name: 'Order: Latest activity' }).click();
    await page.getByRole('menuitemradio', { name: 'Longest waiting' }).click();
    await page.getByRole('button', { name: 'Order: Longest waiting' }).waitFor();
    await expect
      .poll(() => JSON.parse(readFileSync(join(scene.folder, 'settings.json'), 'utf8')).sort)
      .toBe('turn');
    await page.reload();
    await page.getByRole('button', { name: 'Order: Longest waiting' }).waitFor();
    await first.end('SIGKILL');
    const again = await scene.open(await scene.start());
    await again.getByRole('button', { name: 'Order: Longest waiting' }).waitFor();
  });
});

describe('without a keychain', () => {
  it('no database is kept, and the user is told', async () => {
    scene = await startScene('none');
    addTicket(scene, 'Utan nyckelring');
    const page = await scene.open(await scene.start());
    await connectWith(page, key);
    await openTicket(page, 'Utan nyckelring');
    await reply(page).fill('Bara i minnet');
    await page.getByText('Draft saved').waitFor();
    expect(files(scene.folder).filter((file) => file.endsWith('.db'))).toEqual([]);
    await page.getByText('Nothing is written to disk').first().waitFor();
  });
});

describe('the keychain', () => {
  it('locked at the start and unlocked later is picked up without a restart', async () => {
    scene = await startScene('locked');
    await scene.bus.unlock();
    addTicket(scene, 'Låst nyckelring');
    const first = await scene.start();
    await connectWith(await scene.open(first), key);
    // the key is kept once the account is open with it
    const settings = () => JSON.parse(readFileSync(join(scene.folder, 'settings.json'), 'utf8'));
    await expect.poll(() => settings().accounts?.[0]?.keySaved).toBe(true);
    await first.end('SIGTERM');
    await scene.bus.lock();

    const page = await scene.open(await scene.start());
    await page.getByText('The keychain is locked').first().waitFor();
    await scene.bus.unlock();
    await page.getByRole('button', { name: 'Unlock and try again' }).click();
    await openTicket(page, 'Låst nyckelring');
  });
});
