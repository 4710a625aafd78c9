// Commits what a step made of a row, in the place of what it began with, unless a person decided otherwise meanwhile.
import { topicsOf } from '../changes.ts';
import type { OutboxStore } from '../ports.ts';
import type { StoredOutgoing } from '../records.ts';
import type { Save, StepParts } from './parts.ts';

export type Commits = {
  readonly save: Save;
  /** the outcome of a POST that could not be written down yet */
  unwritten(id: string): StoredOutgoing | undefined;
};

/** What could not be written down is remembered until the program ends. */
export function createCommits({ outbox, tell }: Pick<StepParts, 'outbox' | 'tell'>): Commits {
  const unwritten = new Map<string, StoredOutgoing>();
  return {
    save(row, expected) {
      if (expected.state === 'sending') unwritten.set(row.id, row);
      const saved = outbox.transaction(() => replace(outbox, row, expected));
      unwritten.delete(row.id);
      tell('outbox', ...topicsOf([row.ticketId]));
      return saved;
    },
    unwritten: (id) => unwritten.get(id),
  };
}

function replace(outbox: OutboxStore, row: StoredOutgoing, expected: StoredOutgoing): boolean {
  const now = outbox.get(row.id);
  // a new ticket may have been taken back, changed and queued again meanwhile
  if (now?.state !== expected.state || now.queuedAt !== expected.queuedAt) return false;
  outbox.put(row);
  return true;
}
