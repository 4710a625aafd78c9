// Addresses of the calls, relative to the base address. Ids are opaque: they are encoded, never taken apart.

const v2 = '/api/v2/support';

export const paths = {
  tickets: `${v2}/tickets`,
  departments: `${v2}/departments`,
  ticket: (id: string) => within(`${v2}/tickets/`, id, ''),
  messages: (id: string) => within(`${v2}/tickets/`, id, '/messages'),
  close: (id: string) => within(`${v2}/tickets/`, id, '/actions/close'),
  reopen: (id: string) => within(`${v2}/tickets/`, id, '/actions/reopen'),
  olderTicket: (number: string) => within('/api/support/tickets/', number, ''),
} as const;

// "." and ".." survive encoding and would climb out of the folder; no ticket can be called that.
function within(before: string, id: string, after: string): string | null {
  const isName = id !== '' && id !== '.' && id !== '..';
  return isName ? before + encode(id) + after : null;
}

/** `path?a=1&b=2`, leaving out what is undefined. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encode(value)}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** True for a download address that cannot leave the base address: one leading slash, plain ASCII, no backslash. */
export const isOwnPath = (path: string): boolean =>
  path.length <= 2_048 && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path);

// encodeURIComponent throws on lone surrogates.
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
