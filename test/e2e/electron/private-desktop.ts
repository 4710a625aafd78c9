// A desktop for one test file: X server, session bus, keyring and notification daemon that nobody else sees.
// Started from here, so that the test runner itself needs no special environment.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

export type PrivateDesktop = {
  /** for programs that shall run on it */
  readonly env: Readonly<Record<string, string>>;
  /** a folder that goes away with it */
  readonly folder: string;
  /** runs a program on it; answers its standard output, rejects unless it ends with 0 */
  run(command: string, ...words: string[]): Promise<string>;
  stop(): Promise<void>;
};

const script = join(import.meta.dirname, 'session.sh');
const patienceMs = 60_000;

export async function startDesktop(): Promise<PrivateDesktop> {
  const folder = mkdtempSync(join(tmpdir(), 'hostup-desktop-'));
  const child = spawn('dbus-run-session', ['--', script, folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Its own node, so that the script finds one.
    env: { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env.PATH}` },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const env = await new Promise<Record<string, string>>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The private desktop did not start: ${why}`));
    const timer = setTimeout(() => fail('nothing heard of it'), patienceMs);
    child.once('error', (cause) => fail(cause.message));
    child.once('close', () => fail('xvfb, dbus, gnome-keyring or dunst is missing'));
    createInterface(child.stdout).once('line', (line) => {
      clearTimeout(timer);
      resolve(JSON.parse(line));
    });
  });
  return {
    env,
    folder,
    async run(command, ...words) {
      const { stdout } = await promisify(execFile)(command, words, { env, timeout: patienceMs });
      return stdout;
    },
    async stop() {
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
