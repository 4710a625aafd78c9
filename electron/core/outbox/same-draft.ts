// Two windows show one draft, and both may hand it over before either has heard of the other.
import type { StoredOutgoing } from '../records.ts';

/** Milliseconds in which a window hears that its draft is gone, with much to spare. */
const hearingTakes = 10_000;

type Content = Pick<StoredOutgoing, 'text' | 'encrypted' | 'create'>;

/**
 * What another window has just made of the draft that this one hands over; null: nothing, it is one of its own. To be
 * asked only where the draft as this window knows it is kept no more: who writes the same once more has a new draft.
 */
export function madeOfSameDraft(
  rows: readonly StoredOutgoing[],
  content: Content,
  now: number,
): StoredOutgoing | null {
  const wanted = spelled(content);
  // what was refused or thrown away is not on its way: the same words are meant to go again
  const isOver = ({ state }: StoredOutgoing) => state === 'rejected' || state === 'discarded';
  const isIt = (row: StoredOutgoing) =>
    !isOver(row) && Math.abs(now - row.queuedAt) < hearingTakes && spelled(row) === wanted;
  return rows.findLast(isIt) ?? null;
}

const spelled = ({ text, encrypted, create }: Content): string => JSON.stringify([text, encrypted, create]);
