// A clock that tests turn by hand: time moves only in `advance`, and tasks run in their order.
import type { Clock } from '../../electron/core/ports.ts';

export type FakeClock = Clock & {
  /** moves the time on, running what falls due, and lets promises settle in between */
  advance(ms: number): Promise<void>;
  /** moves the wall clock alone, as sleep or a wrong time server does */
  jump(ms: number): void;
  /** sleep on systems whose timers count it: what fell due meanwhile runs late, all at once, at the next `advance` */
  oversleep(ms: number): void;
  pending(): number;
};

/** @param settled lets everything that is ready run; cheaper where only promises are involved */
export function createFakeClock(start = Date.parse('2026-04-27T12:00:00Z'), settled = settle): FakeClock {
  let now = start;
  let elapsed = 0;
  let next = 1;
  const tasks = new Map<number, { readonly due: number; readonly task: () => void }>();

  function earliest(until: number) {
    let found: [number, { due: number; task: () => void }] | undefined;
    for (const entry of tasks) {
      if (entry[1].due <= until && (!found || entry[1].due < found[1].due)) found = entry;
    }
    return found;
  }

  return {
    now: () => now,
    after(ms, task) {
      const id = next++;
      tasks.set(id, { due: elapsed + Math.max(0, ms), task });
      return () => tasks.delete(id);
    },
    async advance(ms) {
      const end = elapsed + ms;
      await settled();
      for (let entry = earliest(end); entry; entry = earliest(end)) {
        const [id, { due, task }] = entry;
        tasks.delete(id);
        now += Math.max(0, due - elapsed);
        elapsed = Math.max(elapsed, due);
        task();
        await settled();
      }
      now += end - elapsed;
      elapsed = end;
      await settled();
    },
    jump: (ms) => {
      now += ms;
    },
    oversleep: (ms) => {
      now += ms;
      elapsed += ms;
    },
    pending: () => tasks.size,
  };
}

/** Lets everything that is ready run: promise chains of any usual depth, and in-process I/O. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await new Promise<void>((done) => setImmediate(done));
}
