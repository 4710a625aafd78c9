// The program under test: the real Electron with the real bundle, driven through its own windows.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { bundle } from '../../../build/bundle.ts';
import { outFolder } from '../../../build/bundle-targets.ts';
import { openRow } from '../open-row.ts';
import type { PrivateDesktop } from './private-desktop.ts';
import { runtime } from './runtime.ts';

const repository = join(import.meta.dirname, '../../..');
const pictures = join(repository, 'test-results', 'electron');
// The tests run as whoever runs them, also as root, and on machines without a graphics card.
const switches = ['--no-sandbox', '--disable-gpu'];
/** A busy machine may take its time to start a program, or to bring about what is waited for. */
const patienceMs = 40_000;

export type Options = {
  readonly desktop: PrivateDesktop;
  /** the data folder */
  readonly folder: string;
  readonly url?: string;
  /** a key for this run; left out: the first-run page, or the key in the keyring */
  readonly key?: string;
  readonly words?: readonly string[];
};

export type Program = {
  readonly electron: ElectronApplication;
  /** the window at a route that begins so: `#/` (the main one) or `#/quick` */
  page(route: '#/' | '#/quick'): Promise<Page>;
  /** what pages complained about: errors, and breaches of the content security policy */
  readonly complaints: readonly string[];
  quit(): Promise<void>;
};

function how({ desktop, folder, url, key, words = [] }: Options) {
  if (runtime === null) throw new Error('no Electron binary');
  const out = runtime.driver === 'better' ? repository : join(repository, outFolder(runtime.driver));
  const env: Record<string, string> = { ...desktop.env, HOSTUP_DATA_DIR: folder, HOSTUP_POLL_SECONDS: '1' };
  if (url !== undefined) env.HOSTUP_API_URL = url;
  if (key !== undefined) env.HOSTUP_API_KEY = key;
  return { executable: runtime.executable, words: [...switches, out, ...words], env };
}

/** Builds what is stale, and starts it. */
export async function startProgram(options: Options): Promise<Program> {
  if (runtime !== null) await bundle({ driver: runtime.driver });
  const { executable, words: args, env } = how(options);
  // Without `executablePath` Playwright holds the program back until it is attached; this is where it looks then.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = dirname(executable);
  // colours as the program chooses them, not as Playwright would pretend
  const electron = await _electron.launch({ args, env, colorScheme: null, timeout: patienceMs });
  const complaints: string[] = [];
  const listen = (page: Page) => {
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(`${error}`));
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
  };
  for (const page of electron.windows()) listen(page);
  electron.on('window', listen);
  return {
    electron,
    complaints,
    page: (route) =>
      until(`a window at ${route}`, async () => electron.windows().find((page) => isAt(page, route))),
    quit: () => electron.close(),
  };
}

function isAt(page: Page, route: '#/' | '#/quick'): boolean {
  const isQuick = page.url().includes('#/quick');
  return page.url().startsWith('app://hostup/') && isQuick === (route === '#/quick');
}

/** Starts it without a hand on it, as a shell would; answers what it printed and its exit code. */
export async function runBare(options: Options): Promise<{ code: number | null; printed: string }> {
  const { executable, words, env } = how(options);
  const child = spawn(executable, words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (text) => {
    printed += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return { code, printed };
}

/** Asks until there is an answer; says what for when there is none for long. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await wait(50);
  }
}

/** Calls the program as its page does, past what the page would ever ask; answers what it answers. */
export const callFrom = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(([call, given]) => window.hostup?.call(call, given), [name, input] as const);

/** Opens a ticket from the list, whoever's turn it is there. */
export async function openTicket(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: /^All open/ }).click();
  await openRow(page, new RegExp(subject));
  await page.getByRole('log', { name: 'Conversation' }).getByText(`Hej! ${subject}?`).waitFor();
}

/** A picture for people, in test-results/electron. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
