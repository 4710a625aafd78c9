// What every test here needs: the stand-in API, a keyring or none, a data folder, the preview, and a browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createDemoApi } from '../../../electron/demo/api.ts';
import type { DemoApiOptions, DemoScope } from '../../../electron/demo/types.ts';
import { en, type Text } from '../../../renderer/text/en.ts';
import { sv } from '../../../renderer/text/sv.ts';
import { createTestServer, type TestServer } from '../../server/server.ts';
import { type KeyringState, type SessionBus, startSessionBus } from '../../tools/session-bus.ts';
import { launchChromium } from '../chromium.ts';
import { openRow } from '../open-row.ts';
import { type Preview, startPreview } from './program.ts';

export const key = 'hup_e2e-preview-key-4d1f';
export const allScopes: readonly DemoScope[] = ['read:support', 'write:support', 'read:account'];

/** What is the same in every language is tested in each: name, locale and words. */
export const languages = [
  ['English', 'en-GB', en],
  ['Swedish', 'sv-SE', sv],
] as const;

export type Scene = {
  readonly server: TestServer;
  readonly folder: string;
  readonly bus: SessionBus;
  /** the environment the preview is started with; a test may change it before `start` */
  readonly env: NodeJS.ProcessEnv;
  start(words?: readonly string[]): Promise<Preview>;
  /** every one started so far, ended ones too */
  previews(): readonly Preview[];
  /** a browser of somebody else: no cookie yet */
  newContext(locale?: string): Promise<BrowserContext>;
  /** opens the address in a browser of its own, light, and English where no locale is named */
  open(preview: Preview, locale?: string): Promise<Page>;
  /** what pages complained about: errors, and breaches of the content security policy */
  readonly complaints: string[];
  close(): Promise<void>;
};

let browser: Browser | null = null;

/** @param hostup what is special about HostUp this time */
export async function startScene(
  keyring: KeyringState = 'unlocked',
  scopes = allScopes,
  hostup: Partial<DemoApiOptions> = {},
): Promise<Scene> {
  browser ??= await launchChromium();
  const shared = browser;
  const api = createDemoApi({
    now: Date.now,
    random: Math.random,
    tickets: 12,
    keys: { [key]: scopes },
    staffReplyAfterMs: null,
    automation: 'never',
    ...hostup,
  });
  const server = await createTestServer({ api });
  const bus = await startSessionBus(keyring);
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  const env = {
    ...bus.env,
    HOSTUP_API_URL: server.url,
    HOSTUP_DATA_DIR: folder,
    HOSTUP_POLL_SECONDS: '1',
    LANG: 'en_GB.UTF-8',
  };
  const previews: Preview[] = [];
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  async function newContext(locale = 'en-GB'): Promise<BrowserContext> {
    const viewport = { width: 1280, height: 800 };
    const context = await shared.newContext({ viewport, locale, colorScheme: 'light' });
    contexts.push(context);
    return context;
  }

  return {
    server,
    folder,
    bus,
    env,
    complaints,
    newContext,
    previews: () => previews,
    async start(words) {
      const preview = await startPreview(env, words);
      previews.push(preview);
      return preview;
    },
    async open(preview, locale) {
      const page = await (await newContext(locale)).newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (line) => {
        if (line.type() === 'error') complaints.push(line.text());
      });
      await page.goto(preview.address);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      for (const preview of previews) await preview.end('SIGKILL');
      await server.close();
      await bus.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** After the last test of a file. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** Types a key on the first-run page. */
export async function connectWith(page: Page, typed: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API key' }).fill(typed);
  await page.getByRole('button', { name: 'Connect' }).click();
}

/** A ticket that waits for HostUp, so that a staff reply to it is news. */
export const addTicket = ({ server }: Scene, subject: string): { id: string; number: string } =>
  server.api.addTicket({
    subject,
    body: `Hej! ${subject}.`,
    status: 'customer_reply',
    departmentSlug: 'general',
  });

/** Starts the program with the key and opens its page once everything has been fetched. */
export async function openSignedIn(scene: Scene, text: Text, locale: string): Promise<Page> {
  scene.env.HOSTUP_API_KEY = key;
  const page = await scene.open(await scene.start(), locale);
  await page
    .getByRole('status', { name: text.connection })
    .getByText(text.connectionStates['up-to-date'])
    .waitFor();
  return page;
}

export async function openTicket(page: Page, subject: string, text: Text = en): Promise<void> {
  await page.getByRole('button', { name: text.allOpen }).click();
  await openRow(page, subject);
  // for a moment, the conversation that was open before still stands there
  await page.getByRole('heading', { name: subject }).first().waitFor();
  await page.getByRole('log', { name: text.conversation }).waitFor();
}
