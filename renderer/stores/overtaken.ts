// Whether staff have answered since the writing began, so that nobody sends a reply to what is no longer the last word.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft, Message } from '../../electron/contract/model.ts';

export type Overtaken = {
  /** a staff message came since the writing began */
  readonly overtaken: ReadonlySignal<boolean>;
  /** The newest message that the writer had seen then; null: none was there. */
  seenUpTo(): string | null;
  /** The conversation as it is now. */
  hear(messages: readonly Message[]): void;
  /** Writing begins, or the writer has seen what came. */
  begin(): void;
  /** What is written now began elsewhere; null: nothing is. */
  beganAs(draft: Draft | null): void;
};

export function createOvertaken(text: ReadonlySignal<string>): Overtaken {
  const messages = signal<readonly Message[]>([]);
  const seen = signal<string | null>(null);
  const isOvertaken = computed(() => {
    const at = messages.value.findIndex(({ id }) => id === seen.value);
    return messages.value.slice(at + 1).some(({ sender }) => sender === 'staff');
  });

  /** Drafts of older versions tell only when they were saved. */
  const lastBefore = (savedAt: number) =>
    messages.peek().findLast(({ sentAt }) => (sentAt ?? 0) <= savedAt)?.id ?? null;

  return {
    overtaken: computed(() => text.value !== '' && isOvertaken.value),
    seenUpTo: () => seen.peek(),
    hear(now) {
      messages.value = now;
    },
    begin() {
      seen.value = messages.peek().at(-1)?.id ?? null;
    },
    beganAs(draft) {
      seen.value = draft && (draft.seenUpTo ?? lastBefore(draft.savedAt));
    },
  };
}
