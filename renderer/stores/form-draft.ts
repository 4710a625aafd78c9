// Keeps the form of a new ticket as a draft of the program's, a moment after each change, so that closing the window
// or restarting costs nothing. It lies with the account that the ticket is for, and moves with it.
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { Client } from '../../electron/contract/transport.ts';
import { readJson } from '../read-json.ts';
import { retryDelay, saveDelay } from './draft-delays.ts';
import type { Later } from './later.ts';
import { FormSchema } from './new-ticket-form.ts';
import type { SaveState } from './reply-draft.ts';

const KeptSchema = v.object({ id: v.string(), form: FormSchema });
export type Kept = Readonly<v.InferOutput<typeof KeptSchema>>;

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

/** the place of a new ticket among the drafts of an account */
const placeOf = (accountId: string): string => `${accountId}/new`;

/** @param accounts their ids; a ticket that is for none of them yet lies with the first */
export function createFormDraft(
  client: Client,
  later: Later,
  accounts: ReadonlySignal<readonly string[]>,
): FormDraft {
  const state = signal<SaveState>('none');
  let waiting: { readonly content: Kept | null } | null = null;
  let callOff = () => {};
  /** the account with which it lies now, and the text of it there */
  let lies: { readonly at: string; readonly text: string } | null = null;

  function halt(): void {
    callOff();
    waiting = null;
  }

  async function read(accountId: string): Promise<{ kept: Kept; text: string; savedAt: number } | null> {
    const answer = await client.call('draft.get', { ticketId: placeOf(accountId) });
    if (!answer.ok || answer.value === null) return null;
    const kept = v.safeParse(KeptSchema, readJson(answer.value.text));
    return kept.success ? { ...answer.value, kept: kept.output } : null;
  }

  const write = (accountId: string, text: string) =>
    client.call('draft.save', { ticketId: placeOf(accountId), text, encrypted: false });

  /** Where it belongs; where it is, if another ticket's draft lies there already. */
  async function targetOf(content: Kept): Promise<string | null> {
    const list = accounts.peek();
    const wanted = list.find((id) => id === content.form.account) ?? list[0] ?? null;
    if (lies === null || wanted === null || wanted === lies.at) return wanted;
    const other = await read(wanted);
    return other === null || other.kept.id === content.id ? wanted : lies.at;
  }

  /** The old place is emptied only once the new one holds it. */
  async function store(content: Kept | null): Promise<boolean> {
    const before = lies?.at ?? null;
    if (content === null) {
      const gone = before === null || (await write(before, '')).ok;
      if (gone) lies = null;
      return gone;
    }
    const target = await targetOf(content);
    const text = JSON.stringify(content);
    if (target === null || !(await write(target, text)).ok) return false;
    lies = { at: target, text };
    if (before !== null && before !== target) await write(before, '');
    return true;
  }

  let underWay: Promise<void> = Promise.resolve();
  async function save(): Promise<void> {
    const mine = waiting;
    if (mine === null) return;
    halt();
    const done = await store(mine.content);
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
      if (by !== null && lies !== null && lies.at !== by) void write(lies.at, '');
      lies = null;
    },
    keep(content) {
      halt();
      waiting = { content };
      state.value = 'saving';
      callOff = later(() => void flush(), saveDelay);
    },
    held: () => lies?.text ?? null,
    async load() {
      let found: { at: string; kept: Kept; text: string; savedAt: number } | null = null;
      for (const at of accounts.peek()) {
        const draft = await read(at);
        if (draft !== null && (found === null || draft.savedAt > found.savedAt)) found = { at, ...draft };
      }
      if (found === null || waiting !== null) return null;
      lies = { at: found.at, text: found.text };
      return found.kept;
    },
  };
}
