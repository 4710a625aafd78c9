// The identity of a reply that is handed over to the program: made once, and kept while nobody knows whether an
// earlier try arrived, so that one reply never becomes two. Pure but for the id it is given.
import type { Content } from './reply-draft.ts';

export type Attempt = {
  /** The id to hand this over with, and what was handed over first with the same id. */
  begin(content: Content): { readonly id: string; readonly first: Content };
  /** @param inDoubt the answer was lost: it may have arrived all the same */
  failed(inDoubt: boolean): void;
  /** The text changes: it is a new reply, unless the last one is in doubt. */
  changed(): void;
  /**
   * What the program has on its way, asked for at that order, ends a doubt that is older.
   * Answers what arrived; null: nothing was in doubt, or it did not arrive and may be tried again.
   */
  resolve(outgoing: readonly { readonly id: string }[], askedAt: number): Content | null;
  /** It arrived, and what is written next is another reply. */
  end(): void;
};

/** @param order a number that grows with each call */
export function createAttempt(newId: () => string, order: () => number): Attempt {
  let id: string | null = null;
  let first: Content | null = null;
  let failedAt = 0;

  return {
    begin(content) {
      id ??= newId();
      first ??= content;
      return { id, first };
    },
    failed(inDoubt) {
      failedAt = order();
      if (!inDoubt) first = null;
    },
    changed() {
      if (first === null) id = null;
    },
    resolve(outgoing, askedAt) {
      if (first === null || askedAt <= failedAt) return null;
      if (outgoing.some((reply) => reply.id === id)) return first;
      first = null;
      return null;
    },
    end() {
      id = null;
      first = null;
    },
  };
}
