// Which downloads are not finished, as a restart must find them. How far each is, its file itself tells.
import * as v from 'valibot';

/** Under this the cache holds them. */
export const keptIn = 'downloads';

const KeptSchema = v.object({
  id: v.string(),
  ticketId: v.string(),
  messageId: v.string(),
  attachmentId: v.string(),
  target: v.string(),
  path: v.string(),
  total: v.nullable(v.number()),
  /** not written by earlier versions */
  validator: v.optional(v.nullable(v.string()), null),
});
export type Kept = v.InferOutput<typeof KeptSchema>;

/** As it is kept; null: nothing is unfinished. */
export const writeKept = (list: readonly Kept[]): string | null =>
  list.length === 0 ? null : JSON.stringify(list);

/** What was written; nothing where it is not by us. */
export function readKept(text: string | null): Kept[] {
  try {
    const read = v.safeParse(v.array(KeptSchema), JSON.parse(text ?? '[]'));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}
