// The search index follows what is kept: much text at once (a long conversation, a new shape of the index) gets into it
// a few milliseconds at a time, between other work.
import { pause } from '../pause.ts';
import type { CacheStore, Clock, Log } from '../ports.ts';

export type CatchingUp = {
  /** Something was kept: the index may be behind. */
  look(): void;
  stop(): void;
};

type Parts = {
  readonly cache: Pick<CacheStore, 'searchIsBehind' | 'catchUpSearch'>;
  readonly clock: Clock;
  readonly log: Log;
  /** all that is kept can be found now */
  readonly onDone: () => void;
};

/** One account's; does nothing until it is told to look. */
export function createCatchingUp({ cache, clock, log, onDone }: Parts): CatchingUp {
  let working = false;
  let stopped = false;

  async function work(): Promise<void> {
    if (!cache.searchIsBehind()) return;
    do {
      // before the first, too: whoever has just kept something did a piece of work already
      await pause(clock);
      if (stopped) return;
      cache.catchUpSearch();
    } while (cache.searchIsBehind());
    onDone();
  }

  return {
    look() {
      if (working || stopped) return;
      working = true;
      work()
        // what a full disk keeps from being written is noted, and tried again after the next change
        .catch((cause) => stopped || log.error('search-index', cause))
        .finally(() => {
          working = false;
        });
    },
    stop() {
      stopped = true;
    },
  };
}
