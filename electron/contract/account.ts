// An account as the page sees it: one customer of HostUp, with a key, databases and a rhythm of its own.
import * as v from 'valibot';
import { FailureSchema } from './codes.ts';
import { id } from './values.ts';

/** Where a key lives; 'run' = given for this run only by the environment. */
export const KeyInSchema = v.picklist(['keychain', 'memory', 'run', 'none']);

export const accountColours = [
  'blue',
  'green',
  'amber',
  'rose',
  'violet',
  'teal',
  'orange',
  'slate',
] as const;
export const AccountColourSchema = v.picklist(accountColours);
export type AccountColour = v.InferOutput<typeof AccountColourSchema>;

/** Two of one name could not be told apart: capitals and spaces around it make no difference. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();

export const AccountSchema = v.object({
  id,
  /** as the user calls it; '': none given */
  name: v.string(),
  colour: AccountColourSchema,
  state: v.picklist(['starting', 'signed-in', 'signed-out', 'keychain-locked']),
  canWrite: v.boolean(),
  keyIn: KeyInSchema,
  durable: v.boolean(),
  /** why signed out, or what went wrong while starting */
  problem: v.nullable(FailureSchema),
});
export type Account = v.InferOutput<typeof AccountSchema>;
