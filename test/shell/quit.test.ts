import { describe, expect, it } from 'vitest';
import { createQuit, type QuitParts } from '../../electron/shell/quit.ts';

function setUp(options: Partial<QuitParts> = {}) {
  const log: string[] = [];
  const timers: (() => void)[] = [];
  const quit = createQuit({
    unsent: () => ({ count: 0, durable: true }),
    confirm: async (count, durable) => {
      log.push(`asks about ${count} ${durable}`);
      return true;
    },
    closeWindows: async () => void log.push('closes windows'),
    stop: async () => void log.push('stops'),
    quit: () => {
      log.push('quits');
      system();
    },
    after: (_ms, task) => {
      timers.push(task);
      return () => undefined;
    },
    onFailure: (cause) => log.push(`failure: ${String(cause)}`),
    ...options,
  });
  /** What Electron does on `app.quit()` or a signal; says whether the program ended. */
  const system = () => {
    let held = false;
    quit.beforeQuit({ preventDefault: () => (held = true) });
    if (!held) log.push('ends');
    return !held;
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { quit, log, timers, system, settle };
}

describe('quitting', () => {
  it('closes the windows, so that they save, then stops the core, then ends', async () => {
    const { quit, log, settle } = setUp();
    await quit.asked();
    await settle();
    expect(log).toEqual(['quits', 'closes windows', 'stops', 'quits', 'ends']);
  });

  it('asks when replies are unsent, and stays if the user wants', async () => {
    const asked: [number, boolean][] = [];
    const { quit, log } = setUp({
      unsent: () => ({ count: 2, durable: true }),
      confirm: async (...given) => {
        asked.push(given);
        return false;
      },
    });
    await quit.asked();
    expect([asked, log]).toEqual([[[2, true]], []]);
  });

  it('asks once, however often the user asks', async () => {
    const { quit, log, settle } = setUp({ unsent: () => ({ count: 1, durable: false }) });
    await Promise.all([quit.asked(), quit.asked()]);
    await settle();
    expect(log.filter((line) => line.startsWith('asks'))).toEqual(['asks about 1 false']);
    expect(log.at(-1)).toBe('ends');
  });

  it('asks nothing of a signal, and stops all the same', async () => {
    const { log, system, settle } = setUp({ unsent: () => ({ count: 3, durable: true }) });
    expect(system()).toBe(false);
    expect(system()).toBe(false);
    await settle();
    expect(log).toEqual(['closes windows', 'stops', 'quits', 'ends']);
  });

  it('ends although something fails or hangs', async () => {
    const failing = setUp({ stop: () => Promise.reject(new Error('disk')) });
    failing.system();
    await failing.settle();
    expect(failing.log).toEqual(['closes windows', 'failure: Error: disk', 'quits', 'ends']);
    const hanging = setUp({ closeWindows: () => new Promise(() => undefined) });
    hanging.system();
    hanging.timers[0]?.();
    await hanging.settle();
    expect(hanging.log).toEqual(['quits', 'ends']);
  });

  it('does not hold up a shutdown', async () => {
    const { quit, log, system } = setUp();
    quit.sessionEnds();
    quit.sessionEnds();
    expect(system()).toBe(true);
    expect(log).toEqual(['stops', 'ends']);
  });
});
