// Tells the core when checking makes sense again: the machine woke up, was unlocked, or has a network again.
import type { PowerMonitor } from 'electron';
import type { App } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';

type PowerParts = {
  readonly power: Pick<PowerMonitor, 'on'>;
  /** whether the system believes to have a network; it sends no event for it outside of pages */
  readonly isOnline: () => boolean;
  readonly clock: Clock;
  readonly wake: App['wake'];
};

const lookEveryMs = 10_000;

/** Runs until the program ends. */
export function watchPower({ power, isOnline, clock, wake }: PowerParts): void {
  power.on('resume', () => wake('resume'));
  power.on('unlock-screen', () => wake('unlock'));
  let online = isOnline();
  const look = () => {
    const now = isOnline();
    if (now && !online) wake('online');
    online = now;
    clock.after(lookEveryMs, look);
  };
  clock.after(lookEveryMs, look);
}
