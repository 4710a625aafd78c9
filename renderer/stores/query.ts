// One question to the program and its latest answer. Asking while an answer is under way asks once more after it.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Result } from '../../electron/contract/codes.ts';
import { oneAtATime } from './one-at-a-time.ts';

export type Query<T> = {
  /** the latest good answer; kept while a later one fails */
  readonly value: ReadonlySignal<T | null>;
  readonly problem: ReadonlySignal<Failure | null>;
  ask(): Promise<void>;
  /** takes an answer that came another way (a command that answers the new state) */
  put(value: T): void;
};

/** @param question sends the call; may answer null when there is nothing to ask now */
export function createQuery<T>(question: () => Promise<Result<T>> | null): Query<T> {
  const value = signal<T | null>(null);
  const problem = signal<Failure | null>(null);
  const ask = oneAtATime(async () => {
    const answer = await question();
    if (answer === null) return;
    batch(() => {
      if (answer.ok) value.value = answer.value;
      problem.value = answer.ok ? null : answer;
    });
  });

  return {
    value,
    problem,
    ask,
    put(next) {
      batch(() => {
        value.value = next;
        problem.value = null;
      });
    },
  };
}
