// What of the reply to one ticket the program holds as a draft, and the saves that are on their way there.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Client } from '../../electron/contract/transport.ts';
import { retryDelay, type SaveState, saveDelay } from './draft-saving.ts';
import type { Later } from './later.ts';
import { type Content, nothing, same } from './reply-content.ts';

export const stateOf = ({ text }: Content): SaveState => (text === '' ? 'none' : 'saved');

export type ReplySaves = {
  /** what the program is known to hold */
  held(): Content;
  /** The program is known to hold this now, whatever is written here. */
  setHeld(content: Content): void;
  /** The program's draft, asked for at that order. True: it is newer, and everything that is written here was saved. */
  hear(theirs: Content, askedAt: number): boolean;
  /** Saves at once; true when the program holds it. */
  save(): Promise<boolean>;
  /** Saves after a moment, if there is anything to save by then. */
  saveSoon(delay?: number): void;
  /** Saves after a moment what is held already, because what is kept with it has changed. */
  saveAgain(): void;
  /** Puts off what was to be saved soon, until there is something again. */
  holdBack(): void;
  /** The program holds nothing, whatever a save under way says. */
  clear(): void;
  /** Saves nothing any more. */
  end(): void;
};

export type SaveParts = {
  readonly client: Client;
  /** a number that grows with each call */
  readonly order: () => number;
  readonly later: Later;
};

/** What is written here. */
type Written = {
  readonly content: ReadonlySignal<Content>;
  readonly tooLong: ReadonlySignal<boolean>;
  readonly state: Signal<SaveState>;
};

/** @param seenUpTo the newest message that the writer had seen, kept with the draft */
export function createReplySaves(
  ticketId: string,
  { client, order, later }: SaveParts,
  seenUpTo: () => string | null,
  { content, tooLong, state }: Written,
): ReplySaves {
  let held: Content = nothing;
  let heldSince = 0;
  /** what is kept with the held content is not what it should be */
  let isStale = false;
  let lastSave = 0;
  let savesUnderWay = 0;
  let callOff: (() => void) | null = null;
  let ended = false;

  function setHeld(next: Content): void {
    held = next;
    heldSince = order();
  }

  function holdBack(): void {
    callOff?.();
    callOff = null;
  }

  function saveSoon(delay = saveDelay): void {
    if (callOff === null && !ended) callOff = later(() => void save(), delay);
  }

  async function save(): Promise<boolean> {
    holdBack();
    if (ended) return true;
    const mine = content.peek();
    if (same(mine, held) && savesUnderWay === 0 && !isStale) {
      state.value = stateOf(mine);
      return true;
    }
    isStale = false;
    if (tooLong.peek()) {
      state.value = 'failed';
      return false;
    }
    lastSave += 1;
    const number = lastSave;
    savesUnderWay += 1;
    const answer = await client.call('draft.save', { ticketId, ...mine, seenUpTo: seenUpTo() });
    savesUnderWay -= 1;
    if (number !== lastSave) return answer.ok;
    heldSince = order();
    if (answer.ok) held = mine;
    if (!same(content.peek(), mine)) return answer.ok;
    state.value = answer.ok ? stateOf(mine) : 'failed';
    if (!answer.ok) {
      isStale = true;
      saveSoon(retryDelay);
    }
    return answer.ok;
  }

  return {
    held: () => held,
    setHeld,
    hear(theirs, askedAt) {
      const clean = same(content.peek(), held) && savesUnderWay === 0 && callOff === null;
      if (!clean || askedAt <= heldSince || same(theirs, held)) return false;
      held = theirs;
      return true;
    },
    save,
    saveSoon,
    saveAgain() {
      isStale = true;
      saveSoon();
    },
    holdBack,
    clear() {
      holdBack();
      // the answer to a save under way says nothing of what follows
      lastSave += 1;
      isStale = false;
      setHeld(nothing);
    },
    end() {
      ended = true;
      holdBack();
    },
  };
}
