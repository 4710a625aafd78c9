// Numbers in English.
import { numbers } from '../../electron/contract/numbers.ts';

export const { number, plural } = numbers.en;
