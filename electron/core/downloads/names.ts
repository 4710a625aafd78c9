// File names made from what strangers wrote: one plain name, of a kind that every system takes.
import { oneLine } from '../text/clean.ts';

/** Bytes of a whole name; file systems take 255, and a suffix is put behind it while the file is unfinished. */
const longest = 200;
/** Characters of an extension; what is longer is none. */
const longestExtension = 16;
const extensionAtEnd = new RegExp(`\\.[\\p{L}\\p{N}]{1,${longestExtension}}$`, 'u');
/** Names of devices on Windows, whatever follows behind the dot. */
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\.|$)/i;
/** What some system forbids or reads in its own way. */
const unfit = /[<>:"\/\\\|?*\p{Cc}[\p{Cf}--[\u200c\u200d]]]/gv;

/**
 * @param given the name as HostUp has it, or null
 * @param extension what to add to a name that has none, or null
 * @param otherwise the name of a nameless file
 */
export function safeName(given: string | null, extension: string | null, otherwise: string): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const cleaned = tidy(last);
  const name = cleaned === '' ? otherwise : cleaned;
  const [stem, end] = apart(name);
  const added = end === '' ? tidy(extension ?? '') : '';
  const isAdded = added !== '' && added.length <= longestExtension;
  const whole = isAdded ? [stem, `.${added}`] : [stem, end];
  const [base = '', tail = ''] = whole;
  return shortened(reserved.test(base) ? `_${base}` : base, tail);
}

/** No dots at the start (hidden) nor dots or blanks at the end (Windows drops them). */
const tidy = (text: string): string =>
  oneLine(text)
    .replace(unfit, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');

/** Stem and extension with its dot; '' where there is none. */
function apart(name: string): [string, string] {
  const end = extensionAtEnd.exec(name)?.[0] ?? '';
  return end.length === name.length ? [name, ''] : [name.slice(0, name.length - end.length), end];
}

/** Shortens the stem so that the whole fits in the bytes that file systems give a name. */
function shortened(stem: string, end: string): string {
  const signs = [...stem.slice(0, 2 * longest)].slice(0, longest);
  while (bytesOf(signs.join('') + end) > longest) signs.pop();
  return signs.join('').trimEnd() + end;
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
