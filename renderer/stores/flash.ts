// A passing message at the foot of the page: what was done, and the way back or on from there.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Later } from './later.ts';

/** A passing message; `undo` takes back what it tells of, `offer` leads to it. */
type Said = {
  readonly message: string;
  readonly undo: (() => void) | null;
  readonly offer: { readonly label: string; readonly run: () => void } | null;
};

export type Flash = {
  /** a short message such as "Copied"; gone after a few seconds, later if it can be undone */
  readonly flash: ReadonlySignal<Said | null>;
  say(message: string, undo?: () => void): void;
  /** Says something that leads somewhere, with the word for going there. */
  offer(message: string, offer: Said['offer']): void;
  /** While it is held, the message stays: somebody points at it or has the keyboard on it. */
  holdFlash(held: boolean): void;
  /** Takes back what the message tells of; false when it tells of nothing that can be. */
  undo(): boolean;
};

/** how long a message stays, and one that can be undone, milliseconds */
const flashTime = 4_000;
const undoTime = 10_000;

export function createFlash(later: Later): Flash {
  const flash = signal<Said | null>(null);
  let callOff = () => {};

  function end(): void {
    callOff();
    flash.value = null;
  }
  function countDown(said: Said): void {
    callOff();
    callOff = later(end, said.undo === null && said.offer === null ? flashTime : undoTime);
  }
  function tell(said: Said): void {
    flash.value = said;
    countDown(said);
  }

  return {
    flash,
    say: (message, undo) => tell({ message, undo: undo ?? null, offer: null }),
    offer: (message, offer) => tell({ message, undo: null, offer }),
    holdFlash(held) {
      const said = flash.peek();
      if (held) callOff();
      else if (said !== null) countDown(said);
    },
    undo() {
      const undo = flash.peek()?.undo ?? null;
      if (undo === null) return false;
      end();
      undo();
      return true;
    },
  };
}
