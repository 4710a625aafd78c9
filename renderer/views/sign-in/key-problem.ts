// What is wrong with a typed API key before HostUp is asked about it.
import { limits } from '../../../electron/contract/calls.ts';
import type { Text } from '../../text/en.ts';

export type KeyProblem = 'empty' | 'too-long';

/** @param key without the blanks around it */
export function keyProblem(key: string): KeyProblem | null {
  if (key === '') return 'empty';
  return key.length > limits.key ? 'too-long' : null;
}

export const saidOfKey = (problem: KeyProblem, text: Text): string =>
  problem === 'empty' ? text.accounts.keyNeeded : text.accounts.keyTooLong;
