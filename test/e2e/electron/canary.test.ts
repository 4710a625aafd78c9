// Nothing of the key and of what was read and written stands anywhere in the clear, also not where Chromium keeps files
// of its own: while the program runs, after its page crashed, after a power cut, and after an orderly end.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { openLibsql } from '../../../electron/adapters/sqlite-libsql.ts';
import type { TestServer } from '../../server/server.ts';
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
import { killHard, processesOf, scanProcesses } from '../processes.ts';
import { displayed, received } from './notification-daemon.ts';
import { type PrivateDesktop, startDesktop } from './private-desktop.ts';
import { type Program, startProgram, until } from './program.ts';
import { note, runtime } from './runtime.ts';
import { startStandIn } from './stand-in.ts';
import { listenToWords, wordsSaid } from './words-said.ts';

const open = runtime?.driver === 'better' ? openBetter : openLibsql;

describe.skipIf(runtime === null)(`planted texts in Electron${note}`, () => {
  const { text, probes } = plant();
  let desktop: PrivateDesktop;
  let server: TestServer;
  let temporary: string;
  const started: number[] = [];
  const outputs: Buffer[] = [];

  beforeAll(async () => {
    desktop = await startDesktop();
    temporary = join(desktop.folder, 'tmp');
    mkdirSync(temporary);
  });
  beforeEach(async () => {
    server = await startStandIn();
    server.api.setKey(text.key, ['read:support', 'write:support', 'read:account']);
  });
  afterEach(async () => {
    await killHard(ours());
    await server.close();
  });
  afterAll(() => desktop?.stop());

  async function start(folder: string, env: Record<string, string> = {}): Promise<Program> {
    const program = await startProgram({
      desktop: { ...desktop, env: { ...desktop.env, TMPDIR: temporary, ...env } },
      folder,
      url: server.url,
      words: [`--log-net-log=${join(temporary, `net-${started.length}.json`)}`],
    });
    const { pid = 0, stdout, stderr } = program.electron.process();
    started.push(pid);
    for (const stream of [stdout, stderr]) stream?.on('data', (bytes) => outputs.push(Buffer.from(bytes)));
    return program;
  }
  const ours = () => started.flatMap((pid) => processesOf(pid, temporary));
  /** The whole desktop: data folder, temporary files, home with the keyring's own files. */
  const look = (pids: readonly number[], all: readonly Probe[]): Scan =>
    addUp([
      scanFolders([desktop.folder], all),
      scanProcesses(pids, all),
      { files: 0, bytes: 0, hits: scanBytes('output', Buffer.concat(outputs), all) },
    ]);

  async function crashPage({ electron, page }: Program): Promise<void> {
    const crashed = (await page('#/')).waitForEvent('crash');
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await crashed;
  }

  it('stand nowhere with a keychain, though all is there again after kill -9', async () => {
    const folder = join(desktop.folder, 'data');
    const tickets = addTickets(server, text);
    const first = await start(folder);
    const page = await first.page('#/');
    await listenToWords(first.electron);
    await signIn(page, text);
    await reveal(page, server, tickets, text);
    await copyAndHide(page, text);
    answer(server, tickets, text);
    await until('two notifications', async () => (await displayed(desktop)) === 2);
    const listed = await search(page, text);
    await sendReplies(page, server, text);
    await meetEchoes(page, server, text);
    await writeOffline(page, server, text);
    const { apiKey, databaseKey } = await savedKeys(desktop.env, folder);
    expect(apiKey).toBe(text.key);
    const all = [...probes, ...probesOfKey(databaseKey)];
    const databases = databasesIn(folder);
    expect(openToOthers(folder)).toEqual([]);
    expect(databases.map(openedPlainly)).toEqual([26, 26]);

    const { tooltips, titles } = await wordsSaid(first.electron);
    expect(tooltips.length).toBeGreaterThan(0);
    expect(titles.filter((title) => !/^(\(\d+\) )?HostUp Support$/.test(title))).toEqual([]);
    expect(scanBytes('tooltips', Buffer.from(tooltips.join()), probes)).toEqual([]);
    const told = JSON.stringify(await received(desktop));
    for (const words of ['Encrypted message', text.staff, text.subject]) expect(told).toContain(words);
    for (const name of sealedOnes)
      expect([name, (listed + told).includes(text[name])]).toEqual([name, false]);

    const scans = [look(ours(), all)];
    await crashPage(first);
    scans.push(look(ours(), all));
    await killHard(ours());
    scans.push(look([], all));
    await server.setOffline(false);
    const second = await start(folder);
    await findAgain(await second.page('#/'), server, text);
    scans.push(look(ours(), all));
    await second.quit();
    scans.push(look([], all));
    console.log(spell('Electron', scans));
    expect(scans.flatMap(({ hits }) => hits)).toEqual([]);

    expect(openToOthers(folder)).toEqual([]);
    const cache = databases.find((path) => path.endsWith('cache.db')) ?? '';
    for (const key of [null, 'f'.repeat(64)]) expect(openedWith(open, cache, key)).toBe('SQLITE_NOTADB');
    const kept = openedWith(open, cache, databaseKey);
    for (const name of ['body', 'staff', 'sealed'] as const) expect(kept).toContain(text[name]);
  });

  it('stand nowhere without a keychain, where nothing of them is written, also when the program crashes', async () => {
    const folder = join(desktop.folder, 'data-without');
    const tickets = addTickets(server, text);
    const program = await start(folder, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nobody/listens' });
    const page = await program.page('#/');
    await signIn(page, text);
    await reveal(page, server, tickets, text);
    await writeOffline(page, server, text);
    expect([existsSync(join(folder, 'accounts')), openToOthers(folder)]).toEqual([false, []]);

    const scans = [look(ours(), probes)];
    const ended = new Promise((done) => program.electron.process().once('exit', done));
    await program.electron.evaluate(() => process.crash()).catch(() => undefined);
    await ended;
    scans.push(look(ours(), probes));
    console.log(spell('Electron without a keychain', scans));
    expect(scans.flatMap(({ hits }) => hits)).toEqual([]);
    expect([existsSync(join(folder, 'accounts')), openToOthers(folder)]).toEqual([false, []]);
  });

  it('do not go from the environment to any process that the program starts', async () => {
    const program = await start(join(desktop.folder, 'data-run'), { HOSTUP_API_KEY: text.key });
    const page = await program.page('#/');
    await page.getByRole('listbox', { name: 'Tickets' }).waitFor();
    const child = await program.electron.evaluate(() => {
      const { execFileSync } = process.getBuiltinModule('node:child_process');
      return execFileSync('env', { encoding: 'utf8' });
    });
    expect(child).toContain(temporary);
    expect([...scanBytes('child', Buffer.from(child), probes), ...look(ours(), probes).hits]).toEqual([]);
    await program.quit();
  });

  it('are all that is asked for: Chromium itself asks nobody anything', () => {
    const logs = readdirSync(temporary).filter((name) => name.startsWith('net-'));
    const asked = logs.flatMap((name) => {
      const log = readFileSync(join(temporary, name), 'utf8');
      return log.match(/(?:https?|wss?):\/\/[^"\\\s]+/g) ?? [];
    });
    expect([logs.length, asked]).toEqual([4, []]);
  });
});
