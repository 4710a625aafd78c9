// The field for addresses that get a copy: one text, of which everything before its last separator is settled and the
// rest is still being typed. So nothing is lost by an address that is half there. Pure.
import { limits } from '../../electron/contract/calls.ts';

export const mostAddresses = limits.addresses;
const longestAddress = limits.address;

/** Kim Berg <kim@example.se>, as mail programs copy it, is kim@example.se */
const withName = /[^,;<>\n]*<([^<>\n]*)>/g;
const separators = /[\s,;]+/;

/** Every address once, also the one that is still being typed. */
export const splitAddresses = (text: string): string[] =>
  unique(
    text
      .replace(withName, ' $1 ')
      .split(separators)
      .filter((part) => part !== ''),
  );

export type Cc = { readonly settled: readonly string[]; readonly typing: string };

export function readCc(text: string): Cc {
  const complete = text.replace(withName, ' $1 ');
  const end = complete.search(/[^\s,;]*$/);
  return { settled: splitAddresses(complete.slice(0, end)), typing: complete.slice(end) };
}

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
