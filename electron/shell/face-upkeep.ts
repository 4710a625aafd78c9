// Keeps what the shell itself shows, the tray and the theme, as the program is.
import type { App } from '../core/app.ts';
import type { Clock, Log } from '../core/ports.ts';

type Summary = ReturnType<App['summary']>;

type UpkeepParts = {
  readonly core: Pick<App, 'summary'>;
  readonly clock: Clock;
  readonly log: Log;
  /** @param now null: there is no telling, and what is shown stays */
  readonly show: (now: Summary | null) => void;
};

type Upkeep = {
  /** Null when a database fails: neither the tray nor the way out may depend on it. */
  summary(): Summary | null;
  refresh(): void;
  /** A first sync changes things many times a second; the tray need not follow each. */
  refreshSoon(): void;
};

const soonMs = 200;

/** Shows nothing until it is told to. */
export function createUpkeep({ core, clock, log, show }: UpkeepParts): Upkeep {
  let waiting = false;

  function summary(): Summary | null {
    try {
      return core.summary();
    } catch (cause) {
      log.error('summary', cause);
      return null;
    }
  }

  const refresh = () => show(summary());

  return {
    summary,
    refresh,
    refreshSoon() {
      if (waiting) return;
      waiting = true;
      clock.after(soonMs, () => {
        waiting = false;
        refresh();
      });
    },
  };
}
