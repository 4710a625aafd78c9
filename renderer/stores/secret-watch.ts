// What looks like a secret in a text that is being written, until its writer says that it is none.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Suspicion, suspect } from './suspicion.ts';

export type SecretWatch = {
  readonly suspicion: ReadonlySignal<Suspicion | null>;
  /** What looks like a secret now is none; the same piece is not asked about again. */
  callNotSecret(): void;
  /** The text is gone: what was no secret in it may be one in the next. */
  forget(): void;
};

/** @param text what is being written; null: it may hold secrets */
export function createSecretWatch(text: () => string | null): SecretWatch {
  const harmless = signal<ReadonlySet<string>>(new Set());
  const suspicion = computed(() => {
    const written = text();
    return written === null ? null : suspect(written, harmless.value);
  });
  return {
    suspicion,
    callNotSecret() {
      harmless.value = new Set([...harmless.peek(), ...(suspicion.peek()?.pieces ?? [])]);
    },
    forget() {
      harmless.value = new Set();
    },
  };
}
