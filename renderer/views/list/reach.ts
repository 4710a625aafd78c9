// How much of the conversations is here, where less than all of them would mislead: beside hits and beside figures.
import type { Counts } from '../../../electron/contract/model.ts';
import type { Text } from '../../text/en.ts';

/** Null: all are here, or it is not known yet. */
export function reachOf(counts: Counts | null, text: Text): string | null {
  if (counts === null || counts.unfetched === 0) return null;
  return text.conversationsHere(counts.conversations - counts.unfetched, counts.conversations);
}
