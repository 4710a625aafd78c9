// From conversations, message by message, to how long each answer took. Pure; automation is no answer.
import type { SpokenRow } from '../records.ts';

export type AnsweredWait = {
  readonly departmentSlug: string;
  /** 'first': from the opening; 'next': from a later message, the first of several in a row */
  readonly kind: 'first' | 'next';
  /** epoch ms of what was answered */
  readonly askedAt: number;
  readonly took: number;
};

type WaitReader = {
  /** takes the rows in the store's order, in as many pieces as one likes */
  read(rows: readonly SpokenRow[]): void;
  readonly waits: readonly AnsweredWait[];
};

/** Keeps the place between two pieces, in the middle of a conversation, too. */
export function createWaitReader(): WaitReader {
  const waits: AnsweredWait[] = [];
  let ticket: number | null = null;
  let asked: { readonly at: number | null; readonly kind: AnsweredWait['kind'] } | null = null;

  function readOne({ ticketKey, departmentSlug, createdAt, position, sender, sentAt }: SpokenRow): void {
    if (ticketKey !== ticket) {
      ticket = ticketKey;
      asked = null;
    }
    if (sender === 'customer') {
      // the opening text is message 0
      asked ??= position === 0 ? { at: sentAt ?? createdAt, kind: 'first' } : { at: sentAt, kind: 'next' };
    } else if (sender === 'staff') {
      // times that contradict each other tell nothing
      if (asked && asked.at !== null && sentAt !== null && sentAt >= asked.at) {
        waits.push({ departmentSlug, kind: asked.kind, askedAt: asked.at, took: sentAt - asked.at });
      }
      asked = null;
    }
  }

  return {
    read(rows) {
      for (const row of rows) readOne(row);
    },
    waits,
  };
}
