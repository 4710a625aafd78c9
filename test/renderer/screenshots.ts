// `node test/renderer/screenshots.ts <folder> [name…]`: a picture of every state, light and dark, wide and 420 narrow.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createStage } from './page.ts';

type Shot = {
  readonly scenario: string;
  readonly hash?: string;
  readonly language?: 'en' | 'sv';
  readonly inBrowser?: boolean;
  /** what to do before the picture is taken */
  readonly act?: (page: Page) => Promise<unknown>;
};

const vps = '#/ticket/tkt_vps';
const type = (text: string) => (page: Page) =>
  page.getByRole('textbox', { name: /^(Reply|Svar)$/ }).fill(text);
const press = (key: string) => (page: Page) => page.keyboard.press(key);

const shots: Record<string, Shot> = {
  'first-run': { scenario: 'first-run' },
  'first-run-wrong-key': {
    scenario: 'first-run',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'API key' }).fill('hu_live_wrong');
      await page.getByRole('button', { name: 'Connect' }).click();
    },
  },
  'first-run-no-keychain': { scenario: 'first-run-no-keychain' },
  'first-run-swedish': { scenario: 'first-run', language: 'sv' },
  connecting: { scenario: 'connecting' },
  starting: { scenario: 'starting' },
  'keychain-locked': { scenario: 'keychain-locked' },
  list: { scenario: 'normal' },
  thread: { scenario: 'normal', hash: vps },
  'thread-swedish': { scenario: 'normal', hash: '#/ticket/tkt_invoice', language: 'sv' },
  'thread-critical': { scenario: 'normal', hash: '#/ticket/tkt_db' },
  'thread-closed': { scenario: 'normal', hash: '#/ticket/tkt_php' },
  'thread-gone': { scenario: 'normal', hash: '#/ticket/tkt_gone' },
  'thread-never-fetched': { scenario: 'normal', hash: '#/ticket/tkt_domain' },
  'thread-missing': { scenario: 'normal', hash: '#/ticket/tkt_nobody' },
  'thread-long': { scenario: 'long', hash: vps },
  revealed: {
    scenario: 'normal',
    hash: vps,
    act: (page) => page.getByRole('button', { name: 'Show', exact: true }).click(),
  },
  service: {
    scenario: 'normal',
    hash: vps,
    act: (page) => page.locator('.service summary').click(),
  },
  secret: { scenario: 'normal', hash: vps, act: type('Still no SSH. The root password is Tr0ub4dor&3') },
  'secret-swedish': {
    scenario: 'normal',
    hash: '#/ticket/tkt_invoice',
    language: 'sv',
    act: type('Lösenordet är Hemligt123!'),
  },
  encrypted: {
    scenario: 'normal',
    hash: vps,
    act: async (page) => {
      await type('The new password is Tr0ub4dor&3')(page);
      await page.getByRole('switch').click();
    },
  },
  overtaken: {
    scenario: 'normal',
    hash: vps,
    act: async (page) => {
      await type('I have tried from home and')(page);
      await page.evaluate(() => window.program.arrive('tkt_vps', 'I see it now, one moment please.'));
    },
  },
  'send-failed': {
    scenario: 'normal',
    hash: vps,
    act: async (page) => {
      await type('Is it up?')(page);
      await page.evaluate(() =>
        window.program.world.refuse.set('reply.send', { ok: false, code: 'store_full' }),
      );
      await page.getByRole('button', { name: 'Send' }).click();
    },
  },
  sent: {
    scenario: 'normal',
    hash: vps,
    act: async (page) => {
      await type('Yes, it answers again. Thank you!')(page);
      await page.getByRole('button', { name: 'Send' }).click();
    },
  },
  queued: { scenario: 'queued,offline', hash: vps },
  unknown: { scenario: 'unknown', hash: vps },
  'needs-user': { scenario: 'needs-user', hash: vps },
  'needs-user-elsewhere': { scenario: 'needs-user', hash: '#/ticket/tkt_invoice' },
  rejected: { scenario: 'rejected', hash: vps },
  unsent: { scenario: 'unsent', act: press('5') },
  'unsent-swedish': { scenario: 'unsent', language: 'sv', act: press('5') },
  'waiting-tickets': { scenario: 'waiting-tickets,offline', hash: vps },
  'waiting-tickets-unsent': { scenario: 'waiting-tickets,offline', language: 'sv', act: press('5') },
  'refused-ticket': {
    scenario: 'refused-ticket',
    act: (page) => page.getByRole('button', { name: 'Edit' }).click(),
  },
  discard: {
    scenario: 'unsent',
    language: 'sv',
    act: async (page) => {
      await page.keyboard.press('5');
      await page.getByRole('button', { name: 'Kasta' }).first().click();
    },
  },
  recovered: { scenario: 'recovered', hash: vps },
  'unrevealed-swedish': {
    scenario: 'offline',
    hash: vps,
    language: 'sv',
    act: async (page) => {
      await page.evaluate(() =>
        window.program.world.refuse.set('message.reveal', { ok: false, code: 'offline' }),
      );
      await page.getByRole('button', { name: 'Visa', exact: true }).click();
    },
  },
  demo: { scenario: 'demo', hash: vps },
  'demo-swedish': { scenario: 'demo', hash: '#/ticket/tkt_db', language: 'sv' },
  'sign-out': {
    scenario: 'unsent',
    act: async (page) => {
      await page.keyboard.press(',');
      await page.getByRole('button', { name: 'Sign out' }).click();
    },
  },
  'replace-key': {
    scenario: 'normal',
    language: 'sv',
    act: async (page) => {
      await page.keyboard.press(',');
      await page.getByRole('button', { name: 'Byt nyckel' }).click();
      await page.getByRole('textbox', { name: 'API-nyckel' }).fill('wrong');
      await page.keyboard.press('Enter');
    },
  },
  link: {
    scenario: 'normal',
    hash: vps,
    inBrowser: true,
    act: (page) => page.getByRole('link', { name: 'how to reach the console' }).click(),
  },
  'unsent-empty': { scenario: 'normal', act: press('5') },
  drafts: { scenario: 'normal', act: press('6') },
  search: { scenario: 'normal', act: (page) => page.getByRole('searchbox').fill('app') },
  'search-number': { scenario: 'normal', act: (page) => page.getByRole('searchbox').fill('149650') },
  'search-nothing': { scenario: 'normal', act: (page) => page.getByRole('searchbox').fill('zebra') },
  many: { scenario: 'many' },
  empty: { scenario: 'empty' },
  'nothing-needs-you': { scenario: 'nothing-needs-you', act: press('1') },
  'first-sync': { scenario: 'first-sync', hash: vps },
  offline: { scenario: 'offline', hash: vps },
  error: { scenario: 'error', hash: vps },
  paused: { scenario: 'paused', hash: vps },
  disconnected: {
    scenario: 'normal',
    hash: vps,
    act: (page) =>
      page.evaluate(() => {
        window.program.link.value = false;
      }),
  },
  'read-only': { scenario: 'read-only', hash: vps },
  'signed-out': { scenario: 'signed-out', hash: vps },
  'signed-out-swedish': { scenario: 'signed-out', hash: vps, language: 'sv' },
  'not-durable': { scenario: 'not-durable', hash: vps },
  warnings: { scenario: 'warnings', hash: vps },
  notices: { scenario: 'notices' },
  'new-ticket': { scenario: 'normal', hash: '#/new' },
  'new-ticket-secret': {
    scenario: 'normal',
    hash: '#/new',
    language: 'sv',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Meddelande' }).fill('root-lösenordet är Sommar#2025x');
      await page.getByRole('button', { name: 'Rensa' }).click();
    },
  },
  'new-ticket-errors': {
    scenario: 'normal',
    hash: '#/new',
    act: async (page) => {
      await page.getByLabel('Priority').selectOption('critical');
      await page.getByRole('textbox', { name: /Copy to/ }).fill('nobody');
      await page.getByRole('button', { name: 'Create ticket' }).click();
    },
  },
  keys: { scenario: 'normal', hash: vps, act: press('?') },
  'keys-swedish': { scenario: 'normal', language: 'sv', act: press('?') },
  settings: { scenario: 'normal', act: press(',') },
  'settings-swedish': { scenario: 'read-only', language: 'sv', act: press(',') },
  'close-ticket': { scenario: 'normal', hash: vps, act: press('x') },
  'drawer-or-list': {
    scenario: 'normal',
    act: async (page) => {
      const menu = page.getByRole('button', { name: 'Menu' });
      if (await menu.isVisible()) await menu.click();
    },
  },
  quick: { scenario: 'normal', hash: '#/quick' },
  'quick-secret': { scenario: 'normal', hash: '#/quick', act: type('The password is Tr0ub4dor&3') },
  'quick-needs-user': { scenario: 'needs-user', hash: '#/quick' },
  'quick-nothing': { scenario: 'nothing-needs-you', hash: '#/quick' },
  'quick-offline-swedish': { scenario: 'offline', hash: '#/quick/tkt_invoice', language: 'sv' },
  'quick-read-only': { scenario: 'read-only', hash: '#/quick' },
  'quick-sent': {
    scenario: 'normal',
    hash: '#/quick',
    act: async (page) => {
      await type('Yes, it answers again.')(page);
      await page.getByRole('button', { name: 'Send' }).click();
    },
  },
};

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say into which folder: node test/renderer/screenshots.ts <folder> [name…]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const stage = await createStage();
let failed = 0;
for (const [name, shot] of Object.entries(shots)) {
  if (names.length > 0 && !names.some((wanted) => name.startsWith(wanted))) continue;
  for (const width of name.startsWith('quick') ? [420] : [1280, 420]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width, height: name.startsWith('quick') ? 520 : 800 };
      const { page, errors } = await stage.open({ ...shot, context: { viewport, colorScheme } });
      await page.waitForTimeout(350);
      try {
        await shot.act?.(page);
      } catch (cause) {
        errors.push(String(cause));
      }
      await page.waitForTimeout(450);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      if (errors.length > 0) {
        failed += 1;
        console.log(`${name} ${width} ${colorScheme}: ${errors.join('; ')}`);
      }
      await page.context().close();
    }
  }
}
await stage.close();
process.exitCode = failed === 0 ? 0 : 1;
