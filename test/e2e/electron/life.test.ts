import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { callFrom, openTicket, picture, runBare, startProgram, until } from './program.ts';
import { note, runtime } from './runtime.ts';
import { setStage } from './stage.ts';
import { addTicket, key } from './stand-in.ts';

describe.skipIf(runtime === null)(`the life of the program in Electron${note}`, () => {
  const stage = setStage({}, (server) => addTicket(server, 'Läses utan nät'));

  beforeAll(async () => {
    const page = await stage.program.page('#/');
    await page.getByRole('textbox', { name: 'API key' }).fill(key);
    await page.getByRole('button', { name: 'Connect' }).click();
    await openTicket(page, 'Läses utan nät');
  });

  const windows = () =>
    stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const requests = () => stage.server.log().length;

  it('goes on without a window, and keeps checking', async () => {
    const page = await stage.program.page('#/');
    const closed = page.waitForEvent('close');
    await stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    await until('no window', async () => (await windows()) === 0);
    const before = requests();
    await until('another look at HostUp', async () => requests() > before + 1);
  });

  it('is found by a second start, which ends and brings its window back', async () => {
    const second = await runBare(stage.options);
    expect(second.code).toBe(0);
    const page = await stage.program.page('#/');
    await page.getByRole('listbox', { name: 'Tickets' }).waitFor();
    expect(await windows()).toBe(1);
    expect((await runBare(stage.options)).code).toBe(0);
    expect(await windows()).toBe(1);
  });

  it('brings a minimised window back to the front', async () => {
    const isVisible = () =>
      stage.program.electron.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
      );
    await stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await isVisible()).toBe(false);
    await runBare(stage.options);
    await until('a visible window', isVisible);
  });

  it('runs beside one with another data folder', async () => {
    const other = await startProgram({ ...stage.options, folder: join(stage.desktop.folder, 'other') });
    await (await other.page('#/')).getByRole('textbox', { name: 'API key' }).waitFor();
    await other.quit();
    expect(await windows()).toBe(1);
  });

  it('shows what it read after a restart without network', async () => {
    await stage.program.quit();
    await stage.server.setOffline(true);
    stage.program = await startProgram(stage.options);
    const page = await stage.program.page('#/');
    await openTicket(page, 'Läses utan nät');
    await page
      .getByRole('status', { name: 'Connection' })
      .getByText(/offline/i)
      .waitFor();
    await picture(page, 'offline-after-restart');
    await stage.server.setOffline(false);
    await page
      .getByRole('status', { name: 'Connection' })
      .getByText(/up to date/i)
      .waitFor();
    expect(stage.program.complaints).toEqual([]);
  });

  it('follows the chosen theme and language, in the menu too', async () => {
    const page = await stage.program.page('#/');
    const choose = (theme: string, language: string) => callFrom(page, 'settings.set', { theme, language });
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    const menu = () =>
      stage.program.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label);
    await choose('dark', 'sv');
    await until('dark colours', isDark);
    await until('a Swedish menu', async () => (await menu()) === 'Arkiv');
    await page.getByRole('button', { name: /^Alla öppna/ }).waitFor();
    await picture(page, 'dark-swedish');
    await choose('light', 'en');
    await until('light colours', async () => !(await isDark()));
    await until('an English menu', async () => (await menu()) === 'File');
  });

  it('ends in order on a signal', async () => {
    const child = stage.program.electron.process();
    const code = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await code).toBe(0);
    stage.program = await startProgram(stage.options);
    await (await stage.program.page('#/')).getByRole('listbox', { name: 'Tickets' }).waitFor();
  });

  it.each([
    ['an unknown flag', { words: ['--dmeo'] }, /^Unknown argument "--dmeo"; the program takes --demo\.$/m],
    ['an address without TLS', { url: 'http://example.com' }, /^HOSTUP_API_URL must begin with https/m],
    ['no address', { url: 'nonsense' }, /^HOSTUP_API_URL is not an address/m],
    ['a data folder that is a file', { folder: '/dev/null' }, /^The data folder \(HOSTUP_DATA_DIR\) cannot/m],
  ])('refuses %s with one sentence and exit code 2', async (_what, wrong, sentence) => {
    const { code, printed } = await runBare({
      ...stage.options,
      folder: join(stage.desktop.folder, 'third'),
      ...wrong,
    });
    expect([code, printed.match(sentence) !== null]).toEqual([2, true]);
  });

  it('shows the demo without a key and without HostUp', async () => {
    const demo = await startProgram({
      desktop: stage.desktop,
      folder: join(stage.desktop.folder, 'demo'),
      words: ['--demo'],
    });
    const page = await demo.page('#/');
    await page.getByRole('listbox', { name: 'Tickets' }).getByRole('option').first().waitFor();
    await picture(page, 'demo');
    expect(demo.complaints).toEqual([]);
    await demo.quit();
  });

  it('has nothing to complain about in its log', () => {
    const log = readFileSync(join(stage.options.folder, 'logs', 'main.log'), 'utf8');
    const firstError = log.search(/^\S+ error /m);
    // the error with its cause, for whoever reads the failure
    expect(firstError < 0 ? '' : log.slice(firstError, firstError + 2_000)).toBe('');
    expect(log).not.toContain(key);
  });
});
