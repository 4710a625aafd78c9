// The preview as a user starts it: `npm run preview -- …`, as a child process with an environment of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const script = join(import.meta.dirname, '../../../build/preview.ts');

export type Preview = {
  /** the address it printed */
  readonly address: string;
  readonly origin: string;
  /** everything on standard output and standard error so far */
  readonly printed: { readonly out: string; readonly err: string };
  readonly pid: number;
  /** ends it and answers its exit code (null: by the signal itself) */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
};

/** Starts it on a free port; settles when it has printed its address. */
export async function startPreview(env: NodeJS.ProcessEnv, words: readonly string[] = []): Promise<Preview> {
  const { child, printed, exited } = run(['--port', '0', ...words], env);
  while (!printed.out.includes('\n')) {
    const code = await Promise.race([exited, soon()]);
    if (code !== 'soon') throw new Error(`the preview ended with ${code}: ${printed.err}`);
  }
  const address = printed.out.split('\n')[0] ?? '';
  return {
    address,
    origin: new URL(address).origin,
    printed,
    pid: child.pid ?? 0,
    async end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Runs it to its end, for starts that are refused. */
export async function runPreview(words: readonly string[], env: NodeJS.ProcessEnv) {
  const { printed, exited } = run(words, env);
  const code = await exited;
  return { code, ...printed };
}

function run(words: readonly string[], env: NodeJS.ProcessEnv) {
  const child: ChildProcess = spawn(process.execPath, [script, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout?.on('data', (piece) => {
    printed.out += piece;
  });
  child.stderr?.on('data', (piece) => {
    printed.err += piece;
  });
  const exited = new Promise<number | null>((done) => child.on('close', done));
  return { child, printed, exited };
}

const soon = () => new Promise<'soon'>((done) => setTimeout(() => done('soon'), 20));
