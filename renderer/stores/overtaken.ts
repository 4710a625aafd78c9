// Whether staff have answered since the writing began, so that nobody sends a reply to what is no longer the last word.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Message } from '../../electron/contract/model.ts';

export type Overtaken = {
  /** a staff message came since the writing began */
  readonly overtaken: ReadonlySignal<boolean>;
  /** The conversation as it is now. */
  hear(messages: readonly Message[]): void;
  /** Writing begins, or the writer has seen what came. */
  begin(): void;
  /** @param savedAt when the program's draft was written, epoch ms; null: there is none */
  beganAt(savedAt: number | null): void;
};

export function createOvertaken(text: ReadonlySignal<string>): Overtaken {
  const staff = signal<readonly Message[]>([]);
  const atStart = signal<string | null>(null);
  const newest = computed(() => staff.value.at(-1)?.id ?? null);
  return {
    overtaken: computed(() => text.value !== '' && newest.value !== atStart.value),
    hear(messages) {
      staff.value = messages.filter(({ sender }) => sender === 'staff');
    },
    begin() {
      atStart.value = newest.peek();
    },
    beganAt(savedAt) {
      const before = staff.peek().filter(({ sentAt }) => savedAt !== null && (sentAt ?? 0) <= savedAt);
      atStart.value = before.at(-1)?.id ?? null;
    },
  };
}
