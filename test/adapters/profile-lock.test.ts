// The lock on a data folder, also after its holder was killed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockProfile } from '../../electron/adapters/profile-lock.ts';

const module = join(import.meta.dirname, '../../electron/adapters/profile-lock.ts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('lockProfile', () => {
  it('is had by one only, and can be had again', async () => {
    const first = await lockProfile(folder);
    expect(first.state).toBe('held');
    expect((await lockProfile(join(folder, '.'))).state).toBe('taken');
    if (first.state === 'held') first.release();
    // it is given back a moment later
    await expect
      .poll(async () => {
        const again = await lockProfile(folder);
        if (again.state === 'held') again.release();
        return again.state;
      })
      .toBe('held');
  });

  it('is free after its holder was killed', async () => {
    const script = `import { lockProfile } from ${JSON.stringify(module)};
      console.log((await lockProfile(process.argv[1])).state); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = await new Promise((done) =>
      child.stdout.once('data', (piece) => done(String(piece).trim())),
    );
    expect(said).toBe('held');
    expect((await lockProfile(folder)).state).toBe('taken');
    const ended = new Promise((done) => child.on('exit', done));
    child.kill('SIGKILL');
    await ended;
    const lock = await lockProfile(folder);
    expect(lock.state).toBe('held');
    if (lock.state === 'held') lock.release();
  });
});
