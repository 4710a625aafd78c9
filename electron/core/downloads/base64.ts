// Base64 as the bytes come, in pieces of one length, so that a large file costs no long moment at its end.

const signs = Uint8Array.from(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'],
  (sign) => sign.charCodeAt(0),
);
/** Arguments of one call; engines bound them. */
const atOnce = 8_192;

export type Base64 = {
  add(bytes: Uint8Array): void;
  /** the pieces of the text; nothing may be added any more */
  end(): readonly string[];
};

/** @param longest characters of a piece; all but the last one have as many */
export function createBase64(longest: number): Base64 {
  const pieces: string[] = [];
  let piece = '';
  /** bytes that wait for the rest of their group of three */
  let rest: number[] = [];

  function put(text: string): void {
    for (let at = 0; at < text.length; ) {
      const part = text.slice(at, at + longest - piece.length);
      at += part.length;
      piece += part;
      if (piece.length < longest) continue;
      pieces.push(piece);
      piece = '';
    }
  }

  return {
    add(bytes) {
      const needed = rest.length === 0 ? 0 : Math.min(3 - rest.length, bytes.byteLength);
      rest.push(...bytes.subarray(0, needed));
      if (rest.length === 3) {
        put(groups(Uint8Array.from(rest)));
        rest = [];
      }
      const whole = needed + Math.floor((bytes.byteLength - needed) / 3) * 3;
      put(groups(bytes.subarray(needed, whole)));
      rest.push(...bytes.subarray(whole));
    },
    end() {
      if (rest.length > 0) {
        const last = groups(Uint8Array.from([...rest, 0, 0].slice(0, 3)));
        put(last.slice(0, rest.length + 1).padEnd(4, '='));
      }
      return piece === '' ? pieces : [...pieces, piece];
    },
  };
}

/** @param bytes a multiple of three */
function groups(bytes: Uint8Array): string {
  const codes = new Uint8Array((bytes.byteLength / 3) * 4);
  for (let from = 0, to = 0; from < bytes.byteLength; from += 3, to += 4) {
    const group = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    codes[to] = signs[group >> 18] ?? 0;
    codes[to + 1] = signs[(group >> 12) & 63] ?? 0;
    codes[to + 2] = signs[(group >> 6) & 63] ?? 0;
    codes[to + 3] = signs[group & 63] ?? 0;
  }
  let text = '';
  for (let at = 0; at < codes.length; at += atOnce) {
    text += String.fromCharCode(...codes.subarray(at, at + atOnce));
  }
  return text;
}
