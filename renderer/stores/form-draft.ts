// Keeps the form of a new ticket as a draft of the program's, a moment after each change, so that closing the window
// or restarting costs nothing. Knows the form as a whole and none of its fields.
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { Client } from '../../electron/contract/transport.ts';
import type { SaveState } from './composer.ts';
import { FormSchema } from './new-ticket-form.ts';

/** the place of a new ticket among the drafts */
const ticketId = 'new';
const saveDelay = 250;
const retryDelay = 3_000;

const KeptSchema = v.object({ id: v.string(), form: FormSchema });
export type Kept = Readonly<v.InferOutput<typeof KeptSchema>>;

export type FormDraft = {
  readonly state: ReadonlySignal<SaveState>;
  /** Keeps this soon; null: nothing is to be kept any more. */
  keep(content: Kept | null): void;
  /** Saves at once what waits; resolves when the program has answered. */
  flush(): Promise<void>;
  /** Nothing more is saved of what waits. */
  stop(): void;
  load(): Promise<Kept | null>;
};

/** @param later runs something after that many milliseconds; answers the way to call it off */
export function createFormDraft(
  client: Client,
  later: (run: () => void, milliseconds: number) => () => void,
): FormDraft {
  const state = signal<SaveState>('none');
  let waiting: { readonly content: Kept | null } | null = null;
  let callOff = () => {};

  function stop(): void {
    callOff();
    waiting = null;
  }

  async function flush(): Promise<void> {
    const mine = waiting;
    if (mine === null) return;
    stop();
    const text = mine.content === null ? '' : JSON.stringify(mine.content);
    const answer = await client.call('draft.save', { ticketId, text, encrypted: false });
    if (waiting !== null) return;
    if (answer.ok) state.value = mine.content === null ? 'none' : 'saved';
    else {
      state.value = 'failed';
      waiting = mine;
      callOff = later(() => void flush(), retryDelay);
    }
  }

  return {
    state,
    flush,
    stop,
    keep(content) {
      stop();
      waiting = { content };
      state.value = 'saving';
      callOff = later(() => void flush(), saveDelay);
    },
    async load() {
      const answer = await client.call('draft.get', { ticketId });
      if (!answer.ok || answer.value === null) return null;
      const kept = v.safeParse(KeptSchema, readJson(answer.value.text));
      return kept.success ? kept.output : null;
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
