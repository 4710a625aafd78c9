// The system's clock and timers behind the Clock port. Long waits are re-armed: a timer takes 24.8 days at most.
import type { Clock } from '../core/ports.ts';

const longest = 2 ** 31 - 1;

/** Wall clock and one-shot timers; a timer alone does not keep the program alive. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, task) {
      let left = Math.max(0, ms);
      let timer: NodeJS.Timeout;
      const arm = () => {
        const step = Math.min(left, longest);
        left -= step;
        timer = setTimeout(() => (left > 0 ? arm() : task()), step);
        timer.unref();
      };
      arm();
      return () => clearTimeout(timer);
    },
  };
}
