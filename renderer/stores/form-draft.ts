// Keeps the form of a new ticket as a draft of the program's, a moment after each change, so that closing the window
// or restarting costs nothing.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Client } from '../../electron/contract/transport.ts';
import { retryDelay, type SaveState, saveDelay } from './draft-saving.ts';
import { createFormPlace, type Kept } from './form-place.ts';
import type { Later } from './later.ts';

export type FormDraft = {
  readonly state: ReadonlySignal<SaveState>;
  /** Keeps this soon; null: nothing is to be kept any more. */
  keep(content: Kept | null): void;
  /** Saves at once what waits; resolves when the program has answered. */
  flush(): Promise<void>;
  /** Nothing more is saved of what waits. @param by the account whose program took the kept draft away with it */
  stop(by?: string | null): void;
  /** The text that the program is known to keep; null: none. */
  held(): string | null;
  /** The one that was kept last. */
  load(): Promise<Kept | null>;
};

/** @param accounts their ids */
export function createFormDraft(
  client: Client,
  later: Later,
  accounts: ReadonlySignal<readonly string[]>,
): FormDraft {
  const place = createFormPlace(client, accounts);
  const state = signal<SaveState>('none');
  let waiting: { readonly content: Kept | null } | null = null;
  let callOff = () => {};

  function halt(): void {
    callOff();
    waiting = null;
  }

  let underWay: Promise<void> = Promise.resolve();
  async function save(): Promise<void> {
    const mine = waiting;
    if (mine === null) return;
    halt();
    const done = await place.store(mine.content);
    if (waiting !== null) return;
    if (done) state.value = mine.content === null ? 'none' : 'saved';
    else {
      state.value = 'failed';
      waiting = mine;
      callOff = later(() => void flush(), retryDelay);
    }
  }
  /** One after the other, so that where it lies is always known. */
  function flush(): Promise<void> {
    underWay = underWay.then(save);
    return underWay;
  }

  return {
    state,
    flush,
    stop(by = null) {
      halt();
      place.leave(by);
    },
    keep(content) {
      halt();
      waiting = { content };
      state.value = 'saving';
      callOff = later(() => void flush(), saveDelay);
    },
    held: place.held,
    async load() {
      const found = await place.find();
      if (found === null || waiting !== null) return null;
      place.take(found);
      return found.kept;
    },
  };
}
