// The headless Chromium of the tests: where it is, and how it is started.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** It must not ask anybody anything: no updates, no field trials, no first-run page. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The first Chromium or Chrome of this machine; null where there is none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...elsewhere].find((path) => existsSync(path)) ?? null;
}

/** @param more flags of the caller's own */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumHere(), args: [...quiet, ...more] });
}

/** One that keeps its history, sessions and forms in that folder, as a person's own browser does. */
export function launchKeepingChromium(folder: string): Promise<BrowserContext> {
  const options = { executablePath: chromiumHere(), args: quiet, locale: 'en-GB' };
  return chromium.launchPersistentContext(folder, options);
}

function chromiumHere(): string {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium was found; npm run setup installs one');
  return executablePath;
}
