// Opaque identifiers in the look of the pages (`tkt_01hxa3b4c5d6e7f8g9h0j1k2m3`): time, chance and a counter.

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

type IdPrefix = 'tkt' | 'tmsg' | 'tatt' | 'satt' | 'req';
export type NewId = (prefix: IdPrefix, at: number) => string;

/** Makes ids that never repeat within one stand-in, whatever `random` answers. */
export function createIds(random: () => number): NewId {
  let counter = 0;
  return (prefix, at) => {
    counter += 1;
    let chance = '';
    for (let index = 0; index < 10; index += 1) chance += alphabet[Math.floor(random() * 32) % 32];
    return `${prefix}_${base32(Math.max(0, at), 10)}${chance}${base32(counter, 6)}`;
  };
}

function base32(value: number, length: number): string {
  let rest = Math.floor(value);
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
