import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { createSecretWatch } from '../../../renderer/stores/secret-watch.ts';

it('asks about a piece once, and about the same piece in the next text again', () => {
  const text = signal<string | null>('password: Tr0ub4dor&3');
  const watch = createSecretWatch(() => text.value);
  expect(watch.suspicion.value).toEqual({ kind: 'password', pieces: ['Tr0ub4dor&3'] });
  watch.callNotSecret();
  expect(watch.suspicion.value).toBeNull();
  text.value = 'password: Tr0ub4dor&4';
  expect(watch.suspicion.value?.pieces).toEqual(['Tr0ub4dor&4']);
  text.value = 'password: Tr0ub4dor&3';
  watch.forget();
  expect(watch.suspicion.value?.pieces).toEqual(['Tr0ub4dor&3']);
});

it('says nothing of a text that may hold secrets', () => {
  expect(createSecretWatch(() => null).suspicion.value).toBeNull();
});
