// Character references (`&#39;`, `&amp;`), decoded once. Only complete ones: `AT&T` and `?a=1&copy=2` stay as typed.
import { Parser } from 'htmlparser2';

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|[a-zA-Z][a-zA-Z0-9]{1,30});/g;

/** A reference to no character stays as it is. */
export function decodeEntities(text: string): string {
  const named = new Map<string, string>();
  return text.replace(reference, (whole: string, decimal?: string, hex?: string) => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10), whole);
    if (hex !== undefined) return character(Number.parseInt(hex, 16), whole);
    const known = named.get(whole) ?? decodeNamed(whole);
    named.set(whole, known);
    return known;
  });
}

const character = (code: number, whole: string): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;

function decodeNamed(whole: string): string {
  let text = '';
  const parser = new Parser({ ontext: (piece) => (text += piece) });
  parser.end(whole);
  return text;
}
