import { expect, it } from 'vitest';
import { suspect } from '../../../renderer/stores/suspicion.ts';
import { cpuTime } from '../../tools/cpu-time.ts';

const none = new Set<string>();

it('names the strongest kind with all its pieces', () => {
  const text = 'lösenord: Hemligt123! och password: Tr0ub4dor&3, kort 4111 1111 1111 1111';
  expect(suspect(text, none)?.kind).toBe('card');
  const rest = suspect(text, new Set(['4111 1111 1111 1111']));
  expect(rest).toEqual({ kind: 'password', pieces: ['Hemligt123!', 'Tr0ub4dor&3'] });
  expect(suspect(text, new Set(['4111 1111 1111 1111', ...(rest?.pieces ?? [])]))).toBeNull();
});

it('asks again when the piece becomes another one', () => {
  expect(suspect('password: Tr0ub4dor&3', new Set(['Tr0ub4dor&4']))?.kind).toBe('password');
});

it('finds nothing in ordinary words', () => {
  expect(suspect('Hej! Lösenordet fungerar inte längre.', none)).toBeNull();
});

it('keeps up with typing at the end of the longest reply', async () => {
  const text = 'Servern svarar inte på port 443 sedan 09:40, lösenordet är ändrat. '.repeat(1_480);
  expect(await cpuTime(() => suspect(text, none))).toBeLessThan(400);
});
