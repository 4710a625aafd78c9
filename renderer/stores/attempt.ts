// The identity of a reply that is handed over to the program: made once, and kept while nobody knows whether an
// earlier try arrived, so that one reply never becomes two. Pure but for the id it is given.
import { type Content, same } from './reply-content.ts';

export type Attempt = {
  /** The id to hand this over with, and whether something else was handed over with it before. */
  begin(content: Content): { readonly id: string; readonly changed: boolean };
  /** @param inDoubt the answer was lost: it may have arrived all the same */
  failed(inDoubt: boolean): void;
  /** The text changes: it is a new reply, unless the last one is in doubt. */
  changed(): void;
  /**
   * What the program has on its way, asked for at that order, ends a doubt that is older.
   * Answers what arrived; null: nothing was in doubt, or it did not arrive and may be tried again, or of several texts
   * nobody can tell here which one arrived: then the doubt goes on till the next try.
   */
  resolve(outgoing: readonly OnItsWay[], askedAt: number): Content | null;
  /** It arrived, and what is written next is another reply. */
  end(): void;
};

/** `text` null: it is not told here */
export type OnItsWay = { readonly id: string; readonly text: string | null };

/** @param order a number that grows with each call */
export function createAttempt(newId: () => string, order: () => number): Attempt {
  let id: string | null = null;
  /** what was handed over with this id, each once; empty: nothing of it is in doubt */
  let tried: readonly Content[] = [];
  let failedAt = 0;

  return {
    begin(content) {
      id ??= newId();
      if (!tried.some((before) => same(before, content))) tried = [...tried, content];
      return { id, changed: tried.length > 1 };
    },
    failed(inDoubt) {
      failedAt = order();
      if (!inDoubt) tried = [];
    },
    changed() {
      if (tried.length === 0) id = null;
    },
    resolve(outgoing, askedAt) {
      if (tried.length === 0 || askedAt <= failedAt) return null;
      const arrived = outgoing.find((reply) => reply.id === id);
      if (arrived === undefined) {
        tried = [];
        return null;
      }
      const [only] = tried.length === 1 ? tried : tried.filter(({ text }) => text === arrived.text);
      return only ?? null;
    },
    end() {
      id = null;
      tried = [];
    },
  };
}
