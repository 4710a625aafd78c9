import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PrivateDesktop, startDesktop } from './private-desktop.ts';
import { until } from './program.ts';
import { note, runtime } from './runtime.ts';

const script = join(import.meta.dirname, '../../../build/start.ts');

describe.skipIf(runtime === null)(`npm start${note}`, () => {
  let desktop: PrivateDesktop;
  beforeAll(async () => {
    desktop = await startDesktop();
  });
  afterAll(() => desktop?.stop());

  function start(...words: string[]) {
    const env = {
      ...desktop.env,
      ELECTRON_OVERRIDE_DIST_PATH: join(runtime?.executable ?? '', '..'),
      HOSTUP_DATA_DIR: join(desktop.folder, 'data'),
    };
    const child = spawn(process.execPath, [script, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
    const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
      child.once('close', (code) => resolve({ code, printed }));
    });
    return { child, ended };
  }
  const hasWindow = async () => {
    const log = join(desktop.folder, 'data', 'logs', 'main.log');
    return existsSync(log) && readFileSync(log, 'utf8').includes('window-shown');
  };

  it('shows a window, passes a signal on, and passes the exit code back', async () => {
    const { child, ended } = start('--demo', '--disable-gpu');
    await until('a window', hasWindow);
    const second = await start('--demo', '--disable-gpu').ended;
    expect(second.code).toBe(0);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('passes on that something is wrong', async () => {
    const { child, ended } = start('--dmeo');
    expect(await ended).toEqual({
      code: 2,
      printed: 'Unknown argument "--dmeo"; npm start takes --demo.\n',
    });
    expect(child.killed).toBe(false);
  });
});
