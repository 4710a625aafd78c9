// Planted texts that look like nothing else, and a search for them in every byte of files: as they are, and in the
// forms in which programs write text down. Knows nothing of the program under test.
import { randomBytes } from 'node:crypto';
import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes to look for, and what finding them means. */
export type Probe = { readonly what: string; readonly form: string; readonly bytes: Buffer };
export type Hit = Readonly<Record<'where' | 'what' | 'form' | 'around', string>>;
export type Scan = { readonly files: number; readonly bytes: number; readonly hits: readonly Hit[] };
export type Canaries<Name extends string> = {
  /** what to plant; each is one word of small letters and digits, so that a search index keeps it whole */
  readonly text: Readonly<Record<Name, string>>;
  /** for `scan…`; they find both ends of every word, so that one cut at the end of a page is found too */
  readonly probes: readonly Probe[];
};

/** New words in every run. All have the same two ends, so that looking for many costs no more than for one. */
export function createCanaries<Name extends string>(...names: readonly Name[]): Canaries<Name> {
  const [head, tail] = [aWord(), aWord()];
  const words = names.map((name) => [name, `${head}${name.toLowerCase()}${tail}`] as const);
  return {
    text: Object.fromEntries(words) as Record<Name, string>,
    probes: [...formsOf('a canary (head)', head), ...formsOf('a canary (tail)', tail)],
  };
}

/** 14 letters and digits: some 72 bits, which do not turn up in other files by chance. */
function aWord(): string {
  return [...randomBytes(14)].map((byte) => (byte % 36).toString(36)).join('');
}

/** The forms in which a text of ASCII letters and digits may have been written down. */
export function formsOf(what: string, text: string): Probe[] {
  const bytes = Buffer.from(text);
  const wide = Buffer.from(text, 'utf16le');
  const each = (code: (hex: string) => string) =>
    [...bytes].map((byte) => code(byte.toString(16).padStart(2, '0'))).join('');
  const hex = bytes.toString('hex');
  const forms: (readonly [string, Buffer | string])[] = [
    ['plain', bytes],
    ['capitals', text.toUpperCase()],
    // without the last byte, a zero, they find the other order of bytes too
    ['UTF-16', wide.subarray(0, -1)],
    ['UTF-16 capitals', Buffer.from(text.toUpperCase(), 'utf16le').subarray(0, -1)],
    ['hex', hex],
    ['HEX', hex.toUpperCase()],
    ['URL-encoded', each((code) => `%${code}`)],
    ['URL-ENCODED', each((code) => `%${code.toUpperCase()}`)],
    ['JSON-escaped', each((code) => `\\u00${code}`)],
    ...base64Of('base64', bytes),
    ...base64Of('base64 of UTF-16LE', wide),
  ];
  return forms.map(([form, value]) => ({ what, form, bytes: Buffer.from(value) }));
}

/** Base64 wherever the bytes begin within a group of three, in both alphabets; only what neighbours cannot change. */
export function base64Of(form: string, bytes: Buffer): (readonly [string, string])[] {
  const texts = [0, 1, 2].flatMap((offset) => {
    const coded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const whole = coded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [...new Set(texts)].map((text) => [form, text] as const);
}

export function scanBytes(where: string, bytes: Buffer, probes: readonly Probe[]): Hit[] {
  const found = probes.filter((probe) => bytes.includes(probe.bytes));
  return found.map(({ what, form, bytes: sought }) => {
    const at = bytes.indexOf(sought);
    const around = bytes.subarray(Math.max(0, at - 40), at + sought.length + 40).toString('latin1');
    return { where, what, form, around: around.replaceAll('\0', '').replace(/[^\x20-\x7e]/g, '·') };
  });
}

/** Every file below these folders, by name and by content. What is gone meanwhile is left out; links are not followed. */
export function scanFolders(folders: readonly string[], probes: readonly Probe[]): Scan {
  const scans = folders.flatMap((folder) => readdirSync(folder, { withFileTypes: true }).map(scanEntry));
  return addUp(scans);

  function scanEntry(entry: Dirent): Scan {
    const path = join(entry.parentPath, entry.name);
    const named = { files: 0, bytes: 0, hits: scanBytes(`name ${path}`, Buffer.from(entry.name), probes) };
    if (entry.isDirectory()) return addUp([named, ...entriesOf(path).map(scanEntry)]);
    return entry.isFile() ? addUp([named, scanFile(path, probes)]) : named;
  }
}

export function scanFile(path: string, probes: readonly Probe[]): Scan {
  const bytes = readWhole(path);
  if (bytes === null) return addUp([]);
  return { files: 1, bytes: bytes.length, hits: scanBytes(path, bytes, probes) };
}

export function addUp(scans: readonly Scan[]): Scan {
  return {
    files: scans.reduce((sum, { files }) => sum + files, 0),
    bytes: scans.reduce((sum, { bytes }) => sum + bytes, 0),
    hits: scans.flatMap(({ hits }) => hits),
  };
}

/** One line per scan, for people. */
export function spell(what: string, scans: readonly Scan[]): string {
  const lines = scans.map(
    ({ files, bytes, hits }) => `${what}: ${files} files, ${bytes} bytes, ${hits.length} hits`,
  );
  return lines.join('\n');
}

/** A running program removes folders while they are read. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Also of files of the system that say they are empty; null: it is gone, or not a thing to read. */
export function readWhole(path: string): Buffer | null {
  try {
    const file = openSync(path, 'r');
    try {
      if (!fstatSync(file).isFile()) return null;
      const parts: Buffer[] = [];
      for (;;) {
        const part = Buffer.alloc(1024 * 1024);
        const length = readSync(file, part);
        if (length === 0) return Buffer.concat(parts);
        parts.push(part.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
