// What came while the program or the machine was away is told in one notification, once all of it is known.
import type { Code, Failure } from '../../contract/codes.ts';
import type { Clock } from '../ports.ts';

/** Milliseconds. After a wake the network often comes piecemeal: failed looks may put off what is to be told this long. */
const patience = 120_000;

/** What the next look will meet, too: a pause, or an installation without the list. */
const lasting: ReadonlySet<Code> = new Set(['rate_limited', 'paused', 'not_found']);

/** How to announce after a look: one by one, all in one after the machine or the program was away, or not yet. */
export type Telling = 'singly' | 'in-one' | 'later';

export type CatchUp = {
  /** The program or the machine was not there: what came meanwhile is to be caught up with. */
  begin(): void;
  isUnderWay(): boolean;
  /**
   * How to announce after a look. One that was complete ends the catching up.
   * @param failed null: it was complete
   * @param slept the machine was away in the middle of it
   */
  afterLook(failed: Failure | null, slept: boolean): Telling;
};

/** A program that has just started has been away. */
export function createCatchUp(clock: Clock): CatchUp {
  let underWay = true;
  let heldSince: number | null = null;

  /** Nobody waits for the whole of it much longer than for what there is. */
  function inOne(failed: Failure | null, slept: boolean): Telling {
    const isHopeful = slept || (failed !== null && !lasting.has(failed.code));
    heldSince = isHopeful ? (heldSince ?? clock.now()) : null;
    return heldSince !== null && Math.abs(clock.now() - heldSince) < patience ? 'later' : 'in-one';
  }

  return {
    begin() {
      underWay = true;
    },
    isUnderWay: () => underWay,
    afterLook(failed, slept) {
      underWay ||= slept;
      const telling = underWay ? inOne(failed, slept) : 'singly';
      if (!failed && !slept) underWay = false;
      return telling;
    },
  };
}
