// Where the draft of a new ticket lies: with the account that the ticket is for, among the drafts of that account. It
// moves when the ticket is for another one.
import type { ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import type { Client } from '../../electron/contract/transport.ts';
import { readJson } from '../read-json.ts';
import { FormSchema } from './new-ticket-form.ts';

const KeptSchema = v.object({ id: v.string(), form: FormSchema });
export type Kept = Readonly<v.InferOutput<typeof KeptSchema>>;

/** A draft as the program keeps it. */
type Found = { readonly at: string; readonly kept: Kept; readonly text: string; readonly savedAt: number };

export type FormPlace = {
  /** The text that the program is known to keep; null: none. */
  held(): string | null;
  /** Keeps this; null: keeps nothing any more. True: it is done. */
  store(content: Kept | null): Promise<boolean>;
  /** The draft that was kept last, of all accounts. */
  find(): Promise<Found | null>;
  /** The form holds this draft from now on. */
  take(found: Found): void;
  /** Lets go of the draft. @param by the account whose program took it away; elsewhere it is emptied; null: it stays */
  leave(by: string | null): void;
};

/** the place of a new ticket among the drafts of an account */
const placeOf = (accountId: string): string => `${accountId}/new`;

/** @param accounts their ids; a ticket that is for none of them yet lies with the first */
export function createFormPlace(client: Client, accounts: ReadonlySignal<readonly string[]>): FormPlace {
  /** the account with which it lies now, and the text of it there */
  let lies: { readonly at: string; readonly text: string } | null = null;

  async function read(at: string): Promise<Found | null> {
    const answer = await client.call('draft.get', { ticketId: placeOf(at) });
    if (!answer.ok || answer.value === null) return null;
    const kept = v.safeParse(KeptSchema, readJson(answer.value.text));
    return kept.success ? { ...answer.value, at, kept: kept.output } : null;
  }

  const write = (at: string, text: string) =>
    client.call('draft.save', { ticketId: placeOf(at), text, encrypted: false });

  /** Where it belongs; where it is, if another ticket's draft lies there already. */
  async function targetOf(content: Kept): Promise<string | null> {
    const list = accounts.peek();
    const wanted = list.find((id) => id === content.form.account) ?? list[0] ?? null;
    if (lies === null || wanted === null || wanted === lies.at) return wanted;
    const other = await read(wanted);
    return other === null || other.kept.id === content.id ? wanted : lies.at;
  }

  return {
    held: () => lies?.text ?? null,
    async store(content) {
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
      // the old place is emptied only once the new one holds it
      if (before !== null && before !== target) await write(before, '');
      return true;
    },
    async find() {
      let newest: Found | null = null;
      for (const at of accounts.peek()) {
        const draft = await read(at);
        if (draft !== null && (newest === null || draft.savedAt > newest.savedAt)) newest = draft;
      }
      return newest;
    },
    take({ at, text }) {
      lies = { at, text };
    },
    leave(by) {
      if (by !== null && lies !== null && lies.at !== by) void write(lies.at, '');
      lies = null;
    },
  };
}
