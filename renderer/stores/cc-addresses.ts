// The field for addresses that get a copy: one text, of which everything before its last separator is settled and the
// rest is still being typed. So nothing is lost by an address that is half there. Pure.
import { limits } from '../../electron/contract/calls.ts';

export const mostAddresses = limits.addresses;
const longestAddress = limits.address;

/** Every address once, also the one that is still being typed. */
export const splitAddresses = (text: string): string[] =>
  unique(
    text
      .split(/[,;\n]+/)
      .flatMap(addressesIn)
      .filter((part) => part !== ''),
  );

/** Kim Berg <kim@example.se>, as mail programs copy it, is kim@example.se. */
function addressesIn(part: string): string[] {
  const inside = [...part.matchAll(/<([^<>]*)>/g)].map(([, address = '']) => address.trim());
  return inside.length > 0 ? inside : part.split(/\s+/);
}

export type Cc = { readonly settled: readonly string[]; readonly typing: string };

export function readCc(text: string): Cc {
  let end = text.length;
  // step by step, because an expression that is bound to the end takes for ever with a pasted log
  while (end > 0 && !endsAddress(text.charAt(end - 1))) end -= 1;
  return { settled: splitAddresses(text.slice(0, end)), typing: text.slice(end) };
}

const endsAddress = (character: string): boolean => /[\s,;>]/.test(character);

export const writeCc = ({ settled, typing }: Cc): string =>
  [...settled.map((address) => `${address}, `), typing].join('');

/** By its shape alone; whether anybody reads mail there, nobody can tell. */
export const isAddress = (text: string): boolean =>
  text.length <= longestAddress && /^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(\.[^\s@<>"(),:;.]+)+$/.test(text);

function unique(addresses: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const address of addresses) {
    if (!seen.has(address.toLowerCase())) seen.set(address.toLowerCase(), address);
  }
  return [...seen.values()];
}
