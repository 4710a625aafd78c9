// One `Range: bytes=…` header (RFC 9110 §14); several ranges or another unit are ignored, as the standard allows.

export type Range = 'all' | 'outside' | { from: number; to: number };

/** @param size bytes of the whole file */
export function readRange(header: string | undefined, size: number): Range {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'all';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size) return 'outside';
  return to < from ? 'all' : { from, to };
}
