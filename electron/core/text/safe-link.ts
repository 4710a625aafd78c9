// Which addresses may become links, and the host each really leads to. Stricter than browsers on purpose: what a
// browser might read in another way than this file does is no link at all.
import { toAsciiLabel } from './punycode.ts';

export type SafeLink = {
  readonly href: string;
  /** what must be shown: lower case, punycode, with a port that is not the scheme's own */
  readonly host: string;
};

const longest = 2_048;
const web = /^(https?):\/\/([^/?#@\\:]{1,253})(?::(\d{1,5}))?((?:[/?#][^\\]*)?)$/i;
// No quotes and the like: scripts that start mail programs may read them as their own.
const mail = /^mailto:([\w.+=&~-]{1,64})@([^?@\\]{1,253})(?:\?.*)?$/is;

/** https, http and mailto with a host that reads the same everywhere, and no credentials. Else null. */
export function safeLink(address: string): SafeLink | null {
  const text = address.trim();
  if (text.length > longest || /[\s\p{Cc}\p{Cf}]/u.test(text)) return null;
  return webLink(text) ?? mailLink(text);
}

function webLink(text: string): SafeLink | null {
  const [, scheme, name, port, rest = ''] = web.exec(text) ?? [];
  const host = name === undefined ? null : asciiHost(name);
  if (scheme === undefined || host === null || Number(port ?? 0) > 65_535) return null;
  const usual = scheme.toLowerCase() === 'https' ? 443 : 80;
  const place = port === undefined || Number(port) === usual ? host : `${host}:${Number(port)}`;
  const path = rest.toWellFormed().replace(/[^\x21-\x7e]|["<>`{}|^]/gu, encodeURIComponent);
  const href = `${scheme.toLowerCase()}://${place}${path.startsWith('/') ? '' : '/'}${path}`;
  return href.length > longest ? null : { href, host: place };
}

// Only the address is kept: further headers of a mailto could add receivers and text unseen.
function mailLink(text: string): SafeLink | null {
  const [, user, name] = mail.exec(text) ?? [];
  const host = name === undefined ? null : asciiHost(name);
  return user === undefined || host === null ? null : { href: `mailto:${user}@${host}`, host };
}

/** The name as the network sees it, or null where browsers would first map it to another one. */
function asciiHost(name: string): string | null {
  const lower = name.toLowerCase();
  if (lower.normalize('NFKC') !== lower) return null;
  const labels = lower.split('.');
  if (
    !labels.every((label) => /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?$/u.test(label))
  )
    return null;
  const host = labels.map(toAsciiLabel).join('.');
  // A last label of digits makes it an IPv4 address, in forms that hide which one (0x7f.1, 017700000001).
  const isNumeric = /(^|\.)(\d+|0x[0-9a-f]*)$/.test(host);
  if (isNumeric && !/^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(host)) return null;
  return host.length <= 253 ? host : null;
}
