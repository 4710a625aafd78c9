// One life of the program as its parent sees it: started, asked, killed. The next process is loaded meanwhile.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { CallName, Input, Output } from '../../electron/contract/calls.ts';
import type { Result } from '../../electron/contract/codes.ts';
import { ownIds } from '../fakes/own-ids.ts';
import type { FromChild, ToChild } from './kills-messages.ts';

export type Life = {
  /** null: it died before it answered */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>> | null>;
  kill(): void;
  /** ends it as a user does */
  stop(): Promise<void>;
  readonly alive: () => boolean;
  /** settles when the process is gone */
  readonly gone: Promise<void>;
  /** whether the program got as far as showing something */
  readonly started: Promise<boolean>;
  readonly bugs: readonly string[];
};

export type Nursery = {
  /** takes the process that is loaded, and begins to load another */
  start(orders: Extract<ToChild, { kind: 'start' }>): Promise<Life>;
  close(): Promise<void>;
};

/** @param cache a folder for compiled code: it makes the second and every further start twice as fast */
export function createNursery(cache: string): Nursery {
  let next = load();

  function load(): ChildProcess {
    return fork(join(import.meta.dirname, 'kills-child.ts'), {
      env: { NODE_COMPILE_CACHE: cache },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  return {
    async start(orders) {
      const child = next;
      next = load();
      const life = createLife(child);
      child.send(orders);
      return life;
    },
    close: () =>
      new Promise((done) => {
        next.once('exit', () => done());
        next.kill('SIGKILL');
      }),
  };
}

function createLife(child: ChildProcess): Life {
  const bugs: string[] = [];
  const waiting = new Map<number, (answer: unknown) => void>();
  let calls = 0;
  let alive = true;
  let tellStarted = (_started: boolean) => {};
  const started = new Promise<boolean>((done) => {
    tellStarted = done;
  });
  const gone = new Promise<void>((done) => {
    child.once('exit', (code, signal) => {
      alive = false;
      // Windows tells a killed process from one that failed by nothing
      const killed = signal === 'SIGKILL' || process.platform === 'win32';
      if (!killed && code !== 0) bugs.push(`the process ended by itself: ${code ?? signal}`);
      tellStarted(false);
      for (const answer of waiting.values()) answer(null);
      waiting.clear();
      done();
    });
  });
  child.on('message', (message: FromChild) => {
    if (message.kind === 'started') tellStarted(true);
    if (message.kind === 'bug') bugs.push(message.text);
    if (message.kind === 'answer') {
      waiting.get(message.n)?.(message.answer);
      waiting.delete(message.n);
    }
  });
  // to a process that has just died, nothing can be said
  child.on('error', () => {});
  const tell = (message: ToChild) => void (child.connected && child.send(message, () => {}));

  const page = ownIds({
    call: (name, input) =>
      new Promise((answer) => {
        calls += 1;
        waiting.set(calls, answer);
        if (alive) tell({ kind: 'call', n: calls, name, input });
        else answer(null);
      }),
    on: () => () => {},
  });

  return {
    async call(name, input) {
      const answer = await page.call(name, input);
      // null is no answer of the contract, and the process is gone then
      return !answer.ok && answer.code === 'bad_call' && !alive ? null : answer;
    },
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      tell({ kind: 'stop' });
      await gone;
    },
    alive: () => alive,
    gone,
    started,
    bugs,
  };
}
