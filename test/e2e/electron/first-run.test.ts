import { describe, expect, it } from 'vitest';
import { savedKeys } from '../data-folder.ts';
import { picture, startProgram } from './program.ts';
import { note, runtime } from './runtime.ts';
import { setStage } from './stage.ts';
import { key } from './stand-in.ts';

describe.skipIf(runtime === null)(`first run in Electron${note}`, () => {
  const stage = setStage();

  it('says so when the key is wrong, and keeps what was typed', async () => {
    const page = await stage.program.page('#/');
    const field = page.getByRole('textbox', { name: 'API key' });
    await field.fill('not-a-key');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('HostUp does not accept this API key').waitFor();
    expect(await field.inputValue()).toBe('not-a-key');
    await picture(page, 'first-run-wrong-key');
  });

  it('shows the tickets once the key is right', async () => {
    const page = await stage.program.page('#/');
    await page.getByRole('textbox', { name: 'API key' }).fill(key);
    await page.getByRole('button', { name: 'Connect' }).click();
    const list = page.getByRole('listbox', { name: 'Tickets' });
    await list.getByRole('option').first().waitFor();
    await picture(page, 'list');
    expect(stage.program.complaints).toEqual([]);
  });

  it('keeps the key in the keyring, and that of the databases beside it', async () => {
    const { apiKey, databaseKey } = await savedKeys(stage.desktop.env, stage.options.folder);
    expect(apiKey).toBe(key);
    expect(databaseKey).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is signed in after a restart', async () => {
    await stage.program.quit();
    stage.program = await startProgram(stage.options);
    const page = await stage.program.page('#/');
    await page.getByRole('listbox', { name: 'Tickets' }).getByRole('option').first().waitFor();
  });
});
