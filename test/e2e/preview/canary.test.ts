// Nothing of the key and of what was read and written stands anywhere in the clear: in no byte of any file, argument,
// environment or output of the preview, while it runs, after a power cut, and after an orderly end.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { addUp, type Probe, type Scan, scanBytes, scanFolders, spell } from '../canary.ts';
import {
  addTickets,
  answer,
  copyAndHide,
  findAgain,
  meetEchoes,
  plant,
  reveal,
  sealedOnes,
  search,
  sendReplies,
  signIn,
  type Texts,
  writeOffline,
} from '../canary-walk.ts';
import {
  databasesIn,
  openedPlainly,
  openedWith,
  openToOthers,
  probesOfKey,
  savedKeys,
} from '../data-folder.ts';
import { argumentsOf, environmentOf, killHard, processesOf, scanProcesses } from '../processes.ts';
import type { Preview } from './program.ts';
import { allScopes, closeBrowser, type Scene, startScene } from './scene.ts';

let scene: Scene;
let temporary: string;
afterEach(async () => {
  await scene.close();
  rmSync(temporary, { recursive: true, force: true });
});
afterAll(closeBrowser);

async function prepare(keyring: 'none' | 'unlocked', text: Texts) {
  temporary = mkdtempSync(join(tmpdir(), 'preview-tmp-'));
  scene = await startScene(keyring);
  scene.server.api.setKey(text.key, allScopes);
  Object.assign(scene.env, { TMPDIR: temporary, HOME: temporary });
  return addTickets(scene.server, text);
}

const ours = ({ pid }: Preview) => processesOf(pid, temporary);
function look(preview: Preview, probes: readonly Probe[]): Scan {
  const { out, err } = preview.printed;
  return addUp([
    scanFolders([scene.folder, temporary], probes),
    scanProcesses(ours(preview), probes),
    { files: 0, bytes: 0, hits: scanBytes('output', Buffer.from(out + err), probes) },
  ]);
}

const noticed = (page: Page) => page.getByRole('region', { name: 'Notifications' });

describe.skipIf(process.platform !== 'linux')('planted texts', () => {
  it('stand nowhere with a keychain, though all is there again after kill -9', async () => {
    const { text, probes } = plant();
    const tickets = await prepare('unlocked', text);
    const first = await scene.start();
    const page = await scene.open(first);
    await signIn(page, text);
    await reveal(page, scene.server, tickets, text);
    await copyAndHide(page, text);
    answer(scene.server, tickets, text);
    await noticed(page).getByText(text.staff).waitFor();
    await noticed(page).getByText('Encrypted message').waitFor();
    const shown = [await noticed(page).innerText(), await page.title()];
    shown.push(await search(page, text));
    await sendReplies(page, scene.server, text);
    await meetEchoes(page, scene.server, text);
    await writeOffline(page, scene.server, text);
    for (const name of sealedOnes) expect([name, shown.join().includes(text[name])]).toEqual([name, false]);

    const { apiKey, databaseKey } = await savedKeys(scene.bus.env, scene.folder);
    expect(apiKey).toBe(text.key);
    const all = [...probes, ...probesOfKey(databaseKey)];
    const databases = databasesIn(scene.folder);
    expect(openToOthers(scene.folder)).toEqual([]);
    expect(databases.map(openedPlainly)).toEqual([26, 26]);
    const scans = [look(first, all)];
    await killHard(ours(first));
    scans.push(look(first, all));
    await scene.server.setOffline(false);
    const second = await scene.start();
    await findAgain(await scene.open(second), scene.server, text);
    scans.push(look(second, all));
    await second.end('SIGTERM');
    scans.push(look(second, all));
    console.log(spell('preview', scans));
    expect(scans.flatMap(({ hits }) => hits)).toEqual([]);

    expect(openToOthers(scene.folder)).toEqual([]);
    const cache = databases.find((path) => path.endsWith('cache.db')) ?? '';
    for (const key of [null, 'f'.repeat(64)])
      expect(openedWith(openBetter, cache, key)).toBe('SQLITE_NOTADB');
    const kept = openedWith(openBetter, cache, databaseKey);
    for (const name of ['body', 'staff', 'sealed'] as const) expect(kept).toContain(text[name]);
  });

  it('stand nowhere without a keychain, and nothing is written but settings and a log', async () => {
    const { text, probes } = plant();
    const tickets = await prepare('none', text);
    const preview = await scene.start();
    const page = await scene.open(preview);
    await signIn(page, text);
    await reveal(page, scene.server, tickets, text);
    await sendReplies(page, scene.server, text);
    await writeOffline(page, scene.server, text);
    // the tab dies with everything in it
    const crashed = page.waitForEvent('crash');
    await page.goto('chrome://crash').catch(() => undefined);
    await crashed;

    const scans = [look(preview, probes)];
    await killHard(ours(preview));
    scans.push(look(preview, probes));
    console.log(spell('preview without a keychain', scans));
    expect(scans.flatMap(({ hits }) => hits)).toEqual([]);
    expect(openToOthers(scene.folder)).toEqual([]);
    const files = readdirSync(scene.folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => !name.includes('lock')).sort()).toEqual([
      'logs',
      'logs/main.log',
      'settings.json',
    ]);
  });

  it('do not go from the environment to any process that the program starts', async () => {
    const { text, probes } = plant();
    await prepare('unlocked', text);
    // At a signal, the program itself starts a child that does nothing. Not at SIGUSR2: a library of the settings takes
    // that for the end and sends it anew, which starts a second child in the middle of the look at the first.
    const child = `process.on('SIGWINCH', () => require('child_process').spawn('sleep', ['30']))`;
    const loader = `import { createRequire } from 'node:module'; const require = createRequire(process.execPath); ${child}`;
    const NODE_OPTIONS = `--import="data:text/javascript,${encodeURIComponent(loader)}"`;
    Object.assign(scene.env, { HOSTUP_API_KEY: text.key, NODE_OPTIONS });
    const preview = await scene.start();
    const page = await scene.open(preview);
    await page.getByRole('option').first().waitFor();
    process.kill(preview.pid, 'SIGWINCH');
    const others = () => ours(preview).filter((pid) => pid !== preview.pid);
    // until it has become `sleep`, a forked child is a copy of the program itself
    await expect.poll(() => others().map((pid) => argumentsOf(pid)[0])).toEqual(['sleep']);

    // its own first environment cannot be taken back (SECURITY.md says so)
    expect(environmentOf(preview.pid)).toContain(text.key);
    expect(others().every((pid) => environmentOf(pid).includes(temporary))).toBe(true);
    const scan = addUp([scanProcesses(others(), probes), scanFolders([scene.folder, temporary], probes)]);
    await killHard(ours(preview));
    expect(scan.hits).toEqual([]);
  });
});
