// Every answered wait of the conversations kept here, read a little at a time so that nothing else has to wait for it.
import { pause } from '../pause.ts';
import type { CacheStore, Clock } from '../ports.ts';
import type { SpokenRow } from '../records.ts';
import { type AnsweredWait, createWaitReader } from './waits.ts';

/** A few milliseconds of work. */
const rowsAtOnce = 1_000;
/** While conversations keep coming in, figures may be this old. */
const freshFor = 60_000;

export type History = {
  waits(): Promise<readonly AnsweredWait[]>;
  /** a conversation was read */
  changed(): void;
};

/** Reads nothing until it is asked, and keeps what it read until conversations change. */
export function createHistory(cache: Pick<CacheStore, 'spoken'>, clock: Clock): History {
  let revision = 0;
  let known: { readonly waits: Promise<readonly AnsweredWait[]>; of: number; at: number } | null = null;

  async function read(): Promise<readonly AnsweredWait[]> {
    const reader = createWaitReader();
    let last: SpokenRow | null = null;
    for (;;) {
      const rows: SpokenRow[] = cache.spoken(last, rowsAtOnce);
      reader.read(rows);
      last = rows.at(-1) ?? null;
      if (!last || rows.length < rowsAtOnce) return reader.waits;
      await pause(clock);
    }
  }

  return {
    waits() {
      const isFresh = known && (known.of === revision || Math.abs(clock.now() - known.at) < freshFor);
      if (known && isFresh) return known.waits;
      const waits = read();
      const mine = { waits, of: revision, at: clock.now() };
      known = mine;
      // what failed is not kept; who asked hears of it
      waits.catch(() => {
        if (known === mine) known = null;
      });
      return waits;
    },
    changed() {
      revision += 1;
    },
  };
}
