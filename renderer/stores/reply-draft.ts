// The reply being written to one ticket and what of it the program holds: kept there as a draft, a moment after each
// keystroke. Knows nothing of sending.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../electron/contract/calls.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { retryDelay, saveDelay } from './draft-delays.ts';
import type { Later } from './later.ts';

export type SaveState = 'none' | 'saving' | 'saved' | 'failed';

export type Content = { readonly text: string; readonly encrypted: boolean };
export const nothing: Content = { text: '', encrypted: false };
export const same = (a: Content, b: Content): boolean => a.text === b.text && a.encrypted === b.encrypted;

export type ReplyDraftParts = {
  readonly client: Client;
  /** a number that grows with each call */
  readonly order: () => number;
  readonly later: Later;
};

export type ReplyDraft = {
  readonly content: ReadonlySignal<Content>;
  readonly state: ReadonlySignal<SaveState>;
  /** more than a draft holds: it is here only, and gone with this page */
  readonly tooLong: ReadonlySignal<boolean>;
  /** what the program is known to hold */
  held(): Content;
  change(next: Content): void;
  /** Saves at once; true when the program holds it. */
  save(): Promise<boolean>;
  /** Saves after a moment, if there is anything to save by then. */
  saveSoon(delay?: number): void;
  /** Saves after a moment what is held already, because what is kept with it has changed. */
  saveAgain(): void;
  /** Puts off what was to be saved soon, until there is something again. */
  holdBack(): void;
  /** The program is known to hold this now, whatever is written here. */
  setHeld(content: Content): void;
  /** Takes the program's draft over, asked for at that order, unless something newer is here. True: it did. */
  adopt(theirs: Content, askedAt: number): boolean;
  /** Nothing is written, and the program holds nothing. */
  clear(): void;
  /** Saves nothing any more. */
  end(): void;
};

/** @param seenUpTo the newest message that the writer had seen, kept with the draft */
export function createReplyDraft(
  ticketId: string,
  { client, order, later }: ReplyDraftParts,
  seenUpTo: () => string | null,
): ReplyDraft {
  const content = signal<Content>(nothing);
  const state = signal<SaveState>('none');
  const tooLong = computed(() => content.value.text.length > limits.draft);
  let held: Content = nothing;
  let heldSince = 0;
  /** what is kept with the held content is not what it should be */
  let isStale = false;
  let lastSave = 0;
  let savesUnderWay = 0;
  let callOff: (() => void) | null = null;
  let ended = false;

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
    if (same(mine, held) && savesUnderWay === 0 && !isStale) return true;
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

  function show(next: Content, nextState: SaveState): void {
    batch(() => {
      content.value = next;
      state.value = nextState;
    });
  }

  function setHeld(next: Content): void {
    held = next;
    heldSince = order();
  }

  return {
    content,
    state,
    tooLong,
    held: () => held,
    change(next) {
      if (state.peek() === 'failed') holdBack();
      show(next, 'saving');
      saveSoon();
    },
    save,
    saveSoon,
    saveAgain() {
      isStale = true;
      saveSoon();
    },
    holdBack,
    setHeld,
    adopt(theirs, askedAt) {
      const clean = same(content.peek(), held) && savesUnderWay === 0 && callOff === null;
      if (!clean || askedAt <= heldSince || same(theirs, held)) return false;
      show(theirs, stateOf(theirs));
      held = theirs;
      return true;
    },
    clear() {
      holdBack();
      // the answer to a save under way says nothing of what follows
      lastSave += 1;
      isStale = false;
      show(nothing, 'none');
      setHeld(nothing);
    },
    end() {
      ended = true;
      holdBack();
    },
  };
}

const stateOf = ({ text }: Content): SaveState => (text === '' ? 'none' : 'saved');
