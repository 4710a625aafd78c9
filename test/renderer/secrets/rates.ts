// Counts what the rules find and where they raise a false alarm.

import type { Sample } from './corpus.ts';
import { findSecret } from './find-one.ts';

export type Rates = {
  /** share of the texts with a secret in which one was noticed, 0 to 1 */
  readonly found: number;
  /** share of the texts without a secret in which one was seen, 0 to 1 */
  readonly wrong: number;
  readonly missed: readonly Sample[];
  readonly alarms: readonly Sample[];
  /** noticed, but taken for another kind */
  readonly mistaken: readonly Sample[];
  readonly line: string;
};

export function measure(name: string, found: readonly Sample[], quiet: readonly Sample[]): Rates {
  const missed = found.filter(({ text }) => findSecret(text) === null);
  const alarms = quiet.filter(({ text }) => findSecret(text) !== null);
  const mistaken = found.filter(({ text, carries }) => ![null, carries].includes(findSecret(text)));
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const hits = found.length - missed.length;
  return {
    found: hits / found.length,
    wrong: alarms.length / quiet.length,
    missed,
    alarms,
    mistaken,
    line:
      `${name}: found ${hits} of ${found.length} (${share(hits, found.length)}), ` +
      `false alarms ${alarms.length} of ${quiet.length} (${share(alarms.length, quiet.length)}), ` +
      `other kind ${mistaken.length}`,
  };
}

/** A list of texts for a message of a test; long ones cut. */
export const show = (samples: readonly Sample[]): string =>
  samples
    .map(({ text, carries }) => `\n  ${carries ?? 'nothing'}: ${JSON.stringify(text).slice(0, 140)}`)
    .join('');
