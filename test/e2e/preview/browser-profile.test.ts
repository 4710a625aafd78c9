// The preview's page lives in somebody's own browser, which writes down more than pages ask for: history, sessions to
// be restored after a crash, what was typed into forms. Nothing of the key and of any text may be among it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { createCanaries, scanFolders } from '../canary.ts';
import {
  addTickets,
  copyAndHide,
  open,
  plant,
  reply,
  reveal,
  signIn,
  subjects,
  writeOffline,
} from '../canary-walk.ts';
import { launchKeepingChromium } from '../chromium.ts';
import { allScopes, closeBrowser, type Scene, startScene } from './scene.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
let scene: Scene;
let browser: BrowserContext;
afterEach(async () => {
  await browser.close();
  await scene.close();
});
afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** Types into a field that no page asked the browser not to keep, and waits until the browser has written it down. */
async function waitForBrowser(page: Page): Promise<void> {
  const { text, probes } = createCanaries('control');
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.setAttribute('aria-label', 'control');
    document.body.append(field);
  });
  await page.getByRole('textbox', { name: 'control' }).last().fill(text.control);
  await expect.poll(() => scanFolders([folder], probes).hits.length, { timeout: 60_000 }).toBeGreaterThan(0);
}

it('keeps nothing of what was read or typed, though it keeps what is typed elsewhere', async () => {
  const { text, probes } = plant();
  scene = await startScene();
  scene.server.api.setKey(text.key, allScopes);
  const tickets = addTickets(scene.server, text);
  browser = await launchKeepingChromium(folder);
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(30_000);
  await page.goto((await scene.start()).address);

  await page.getByRole('textbox', { name: 'API key' }).fill(text.key);
  await page.getByRole('button', { name: 'Show key' }).click();
  await waitForBrowser(page);
  await signIn(page, text);
  await reveal(page, scene.server, tickets, text);
  await copyAndHide(page, text);
  await writeOffline(page, scene.server, text);
  await page.getByRole('button', { name: 'New ticket' }).first().click();
  await page.getByRole('textbox', { name: 'Subject' }).fill(text.newSubject);
  await page.getByRole('textbox', { name: 'Message' }).fill(text.newBody);
  await waitForBrowser(page);
  await open(page, subjects.quiet);
  await expect.poll(() => reply(page).inputValue()).toBe(text.sealedDraft);
  await page.getByRole('searchbox', { name: 'Search tickets' }).fill(text.sought);
  await waitForBrowser(page);

  const running = scanFolders([folder], probes);
  await browser.close();
  const ended = scanFolders([folder], probes);
  console.log(`${running.files} files, ${running.bytes} bytes of the browser: ${running.hits.length} hits`);
  expect([...running.hits, ...ended.hits]).toEqual([]);
});
