// Numbers in Swedish.
import { numbers } from '../../electron/contract/numbers.ts';

export const { number, plural } = numbers.sv;
