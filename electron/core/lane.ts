// A few at a time, in the order asked: what must not all run at once waits for a place.

/** Runs the work when a place is free. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

/** @param places how many may run at once */
export function createLane(places: number): Lane {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
