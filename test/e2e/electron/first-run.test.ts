import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
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

  it('keeps the key in the keyring', async () => {
    const script = `const { default: keytar } = await import('keytar');
      const found = await keytar.findCredentials(process.argv[1]);
      console.log(JSON.stringify(found.map(({ password }) => password)));`;
    const service = await keyringService();
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, service],
      {
        env: stage.desktop.env,
      },
    );
    const secrets = JSON.parse(stdout) as string[];
    expect(secrets).toContain(key);
    // the databases' key, beside it
    expect(secrets.some((secret) => /^[0-9a-f]{64}$/.test(secret))).toBe(true);
  });

  it('is signed in after a restart, and the key is nowhere on the disk, nor are the tickets', async () => {
    await stage.program.quit();
    stage.program = await startProgram(stage.options);
    const page = await stage.program.page('#/');
    await page.getByRole('listbox', { name: 'Tickets' }).getByRole('option').first().waitFor();
    const subject = stage.server.api.tickets()[0]?.subject ?? '';
    expect(subject.length).toBeGreaterThan(5);
    const files = filesUnder(stage.options.folder);
    expect(files.some((file) => file.endsWith('cache.db'))).toBe(true);
    for (const file of files) {
      const bytes = readFileSync(file);
      expect([file, bytes.includes(key)]).toEqual([file, false]);
      expect([file, bytes.includes(subject)]).toEqual([file, false]);
    }
  });

  it('leaves files that only this user can read', () => {
    expect(statSync(stage.options.folder).mode & 0o777).toBe(0o700);
    const ours = filesUnder(stage.options.folder).filter((file) =>
      /\.db(-wal|-shm)?$|settings\.json$|main\.log$/.test(file),
    );
    expect(ours.length).toBeGreaterThan(3);
    for (const file of ours) expect([file, statSync(file).mode & 0o077]).toEqual([file, 0]);
  });

  async function keyringService(): Promise<string> {
    const { keychainService } = await import('../../../electron/adapters/node-ports.ts');
    return keychainService(stage.options.folder);
  }
});

/** Regular files; Electron also keeps sockets and links to them in the folder. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
