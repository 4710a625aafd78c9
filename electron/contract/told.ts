// What the user was told of by notifications, as it crosses between program and page: never what a message says.
import * as v from 'valibot';
import { TicketIdSchema } from './model.ts';
import { id } from './values.ts';

/** What became of telling the user of one reply of HostUp's. From 'in-front' on it was not shown, and this is why. */
export const fates = [
  'shown',
  'clicked',
  'replied',
  'read',
  'in-front',
  'answered',
  'muted',
  'unsupported',
  'failed',
  'quiet-hours',
  'not-shown',
] as const;
export const FateSchema = v.picklist(fates);
export type Fate = v.InferOutput<typeof FateSchema>;

export const ToldSchema = v.object({
  messageId: id,
  accountId: id,
  ticketId: TicketIdSchema,
  number: v.string(),
  subject: v.nullable(v.string()),
  fate: FateSchema,
  /** since when it is so, epoch milliseconds */
  at: v.number(),
});
export type Told = v.InferOutput<typeof ToldSchema>;

/** Of so many it can be told at most. */
const most = 1_000;

export const toldCalls = {
  /** The latest first, of all accounts. `more`: there are older ones. */
  'notices.told': {
    input: v.strictObject({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)) }),
    output: v.object({ told: v.pipe(v.array(ToldSchema), v.maxLength(most)), more: v.boolean() }),
  },
  /** What became of one that says nothing but that it is a test. */
  'notices.test': {
    input: v.strictObject({}),
    output: v.object({ outcome: v.picklist(['shown', 'unsupported', 'failed']) }),
  },
} as const;
