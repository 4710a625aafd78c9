// A gate on a clock turned by hand, with what it has stored.
import { createPlaces } from '../../../electron/core/places.ts';
import { createGate } from '../../../electron/core/sync/gate.ts';
import { createFakeClock } from '../../fakes/clock.ts';

/** An answer that says nothing about the rate. */
export const quiet = { retryAfterMs: null, remaining: null, resetInMs: null };

/** @param saved what a run before has stored */
export function aGate(saved: string | null = null, random = () => 0.5) {
  const clock = createFakeClock();
  let stored = saved;
  const gate = createGate({
    clock,
    random,
    places: createPlaces().requests,
    load: () => stored,
    save: (value) => (stored = value),
  });
  return { clock, gate, stored: () => stored, ask: () => gate.pass(async () => 'sent' as const) };
}
