import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openRow } from '../open-row.ts';
import { picture, until } from './program.ts';
import { note, runtime } from './runtime.ts';
import { setStage } from './stage.ts';
import { key } from './stand-in.ts';

const log = 'mysql-error.log';

describe.skipIf(runtime === null)(`files in Electron${note}`, () => {
  const stage = setStage({ key });
  let page: Page;

  beforeAll(async () => {
    page = await stage.program.page('#/');
    await page.getByRole('button', { name: /^All open/ }).click();
    await openRow(page, /Databasen är skrivskyddad/);
    await page
      .getByRole('button', { name: `Save ${log}` })
      .first()
      .waitFor();
  });

  /** Answers the native dialog as its user would; null: with "Cancel". The suggested names are kept. */
  const answerDialog = (path: string | null) =>
    stage.program.electron.evaluate(({ dialog }, filePath) => {
      const asked = dialog as unknown as { suggested: string[] };
      asked.suggested ??= [];
      dialog.showSaveDialog = (async (options: { defaultPath: string }) => {
        asked.suggested.push(options.defaultPath);
        return { canceled: filePath === null, filePath: filePath ?? '' };
      }) as never;
    }, path);
  const suggested = () =>
    stage.program.electron.evaluate(({ dialog }) => (dialog as unknown as { suggested: string[] }).suggested);
  const exportAs = async (format: 'Markdown' | 'PDF') => {
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: /^Export/ }).click();
    await page.getByRole('menuitem', { name: format }).click();
  };
  /** A name is taken for a moment before the file gets it. */
  const there = (path: string) =>
    until(path, async () => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0);

  const unfinished = () => readdirSync(stage.desktop.folder).filter((name) => name.endsWith('.part'));

  it('are saved where the user says, go on after a broken connection, and are shown in their folder', async () => {
    const path = join(stage.desktop.folder, 'fel.log');
    await answerDialog(path);
    stage.server.faults.add({ kind: 'truncate', path: '/support/attachments/' });
    const file = page
      .getByRole('list', { name: 'Attachments' })
      .getByRole('listitem')
      .filter({ hasText: log });
    await page
      .getByRole('button', { name: `Save ${log}` })
      .first()
      .click();
    await file.getByText('The connection broke').first().waitFor();
    expect([existsSync(path), unfinished()]).toEqual([
      false,
      [expect.stringMatching(/^fel\.log\.[0-9a-f]{8}\.part$/)],
    ]);
    await picture(page, 'broken-download');
    await file
      .getByRole('button', { name: /^Resume/ })
      .first()
      .click();
    await there(path);
    expect(readFileSync(path, 'utf8')).toContain('Read-only file system');
    expect(unfinished()).toEqual([]);
    expect((await suggested()).map((name) => name.endsWith(`/${log}`))).toEqual([true]);

    const shown = await stage.program.electron.evaluate(({ shell }) => {
      const log: string[] = [];
      shell.showItemInFolder = (path) => void log.push(path);
      (shell as unknown as { log: string[] }).log = log;
      return log;
    });
    expect(shown).toEqual([]);
    await file
      .getByRole('button', { name: /^Show in folder/ })
      .first()
      .click();
    await until('the folder', () =>
      stage.program.electron.evaluate(
        ({ shell }) => (shell as unknown as { log: string[] }).log.length === 1,
      ),
    );
  });

  it('are nowhere when the user says no', async () => {
    const before = readdirSync(stage.desktop.folder);
    await answerDialog(null);
    await page
      .getByRole('button', { name: `Save ${log}` })
      .first()
      .click();
    await until('the question', async () => (await suggested()).length === 2);
    // the folder of the file before
    expect((await suggested())[1]).toBe(join(stage.desktop.folder, log));
    expect(readdirSync(stage.desktop.folder)).toEqual(before);
  });

  it('can be a ticket as PDF and as Markdown', async () => {
    const pdf = join(stage.desktop.folder, 'ticket.pdf');
    await answerDialog(pdf);
    await exportAs('PDF');
    await there(pdf);
    const bytes = readFileSync(pdf);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toMatch(/\/Type\s*\/Pages[\s\S]*\/Count [1-9]/);
    expect(bytes.length).toBeGreaterThan(8_000);
    // the title is in the document's information, as UTF-16 or plain
    const title = 'Databasen';
    const wide = Buffer.from(title, 'utf16le').swap16().toString('hex').toUpperCase();
    const text = bytes.toString('latin1');
    expect(text.includes(title) || text.toUpperCase().includes(wide)).toBe(true);
    // nothing stays open behind the scenes
    await until('one window', () =>
      stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 1),
    );

    const markdown = join(stage.desktop.folder, 'ticket.md');
    await answerDialog(markdown);
    await exportAs('Markdown');
    await there(markdown);
    expect(readFileSync(markdown, 'utf8')).toMatch(/^# Databasen är skrivskyddad sedan i natt\n/);
    await picture(page, 'downloads');
    expect(stage.program.complaints).toEqual([]);
  });

  // the last one: no page can be loaded any more
  it('are not waited for when the page to be printed cannot be loaded: its user is told at once', async () => {
    await stage.program.electron.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.session.protocol.unhandle('app');
    });
    const pdf = join(stage.desktop.folder, 'never.pdf');
    await answerDialog(pdf);
    await exportAs('PDF');
    await page.getByText('Something went wrong in this program.').waitFor();
    expect(existsSync(pdf)).toBe(false);
    await until('one window', () =>
      stage.program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 1),
    );
  });
});
