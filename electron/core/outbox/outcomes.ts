// What becomes of a row when HostUp could not be asked or did not say yes: the same for replies and new tickets.
import type { Failure } from '../../contract/codes.ts';
import type { StoredOutgoing } from '../records.ts';
import type { Sent } from '../remote.ts';
import type { Save, StepParts } from './parts.ts';
import { doubt, reject, unread, wait } from './transitions.ts';

type NotSent = Extract<Sent<unknown>, { ok: false }>;

/** @param save commits the next row in the place of the one before */
export function createOutcomes({ clock, random, onRefused }: StepParts, save: Save) {
  // reads in a row that failed, by row, since the program started
  const failures = new Map<string, number>();

  /** Certainly not applied: it waits. What an earlier attempt left behind (`before`) stays known. */
  function later(row: StoredOutgoing, reason: Failure, before = row): void {
    const { baseline, markedAt } = before;
    save(wait({ ...row, baseline, markedAt }, reason, clock.now(), random()), row);
    if (reason.code === 'unauthorized') onRefused(reason);
  }

  return {
    later,
    /** @param before the row as it was when it was marked */
    notSent(marked: StoredOutgoing, before: StoredOutgoing, { applied, failure }: NotSent): void {
      if (applied === 'no') later(marked, failure, before);
      else if (applied === 'refused') {
        save(reject(marked, failure), marked);
        if (failure.code === 'read_only_key') onRefused(failure);
      } else save(doubt(marked, failure, clock.now()), marked);
    },
    /** The place where it would show could not be read. */
    notRead(row: StoredOutgoing, reason: Failure): void {
      const failed = (failures.get(row.id) ?? 0) + 1;
      failures.set(row.id, failed);
      save(unread(row, reason, clock.now(), random(), failed), row);
      if (reason.code === 'unauthorized') onRefused(reason);
    },
    /** It could be read. */
    wasRead: (row: StoredOutgoing): void => void failures.delete(row.id),
  };
}
