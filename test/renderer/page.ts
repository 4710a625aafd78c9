// Bundles the page with its fake program, serves it from memory on the loopback under the program's own content security
// policy, and drives it in a real browser.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { contentPolicy } from '../../electron/shell/content-policy.ts';
import { launchChromium } from '../e2e/chromium.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** letters are drawn alike whatever the machine's settings for its own screen are */
const alike = ['--font-render-hinting=none', '--disable-lcd-text'];

/**
 * When every page begins, a Wednesday in winter, so that yesterday and last week are in the same year and zone: what a
 * page calls yesterday must not depend on the hour of the test.
 */
export const startsAt = Date.parse('2026-02-11T09:41:00+01:00');

export type PageOptions = {
  readonly scenario?: string;
  readonly hash?: string;
  readonly language?: 'en' | 'sv';
  /** as the preview's page, in a browser of the user's */
  readonly inBrowser?: boolean;
  /** the clock stands at that time, and ids and fonts are the same everywhere: for pictures that are compared */
  readonly frozenAt?: number;
  readonly context?: BrowserContextOptions;
};

export type Stage = {
  /** Opens the page in a context of its own; what it logs as an error is collected. */
  open(options?: PageOptions): Promise<{ page: Page; errors: string[] }>;
  close(): Promise<void>;
};

export async function createStage(): Promise<Stage> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'harness.html';
    const body = files.get(name);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'content-security-policy': contentPolicy,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launchChromium(alike);
  return {
    async open({
      scenario = 'normal',
      hash = '',
      language = 'en',
      inBrowser = false,
      frozenAt,
      context = {},
    } = {}) {
      const opened = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        timezoneId: 'Europe/Stockholm',
        ...context,
      });
      const page = await opened.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.setDefaultTimeout(30_000);
      if (frozenAt !== undefined) await page.clock.setFixedTime(frozenAt);
      else await page.addInitScript(turnClock, startsAt - Date.now());
      const query = [
        `scenario=${scenario}&language=${language}`,
        ...(inBrowser ? ['browser'] : []),
        ...(frozenAt === undefined ? [] : ['frozen']),
      ].join('&');
      await page.goto(`http://127.0.0.1:${port}/?${query}${hash}`);
      await page.evaluate(settled);
      return { page, errors };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'chrome130',
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'harness.html') },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const),
    ),
  );
}

/** Lets the clock of the page go on from another time. */
function turnClock(ahead: number): void {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given: []) {
      super(...(given.length === 0 ? ([Real.now() + ahead] as unknown as []) : given));
    }
    static override now = () => Real.now() + ahead;
  } as DateConstructor;
}

/** The page listens to keys only after it was drawn; a person takes longer than that to press one. */
async function settled(): Promise<void> {
  const frame = () => new Promise<void>((go) => requestAnimationFrame(() => window.setTimeout(go)));
  // a page that could not be shown has no heading
  for (let waited = 0; waited < 60 && document.querySelector('h1') === null; waited += 1) await frame();
  for (let drawn = 0; drawn < 4; drawn += 1) await frame();
}
