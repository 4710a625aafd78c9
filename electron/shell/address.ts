// The one address that pages of this program live at, and the test for it. Never throws, whatever it is given.

export const scheme = 'app';
export const host = 'hostup';

/** The page at a hash route such as `#/ticket/tkt_1`. */
export const pageAddress = (hash: string): string => `${scheme}://${host}/index.html${hash}`;

/** Whether an address is one of ours. `URL.origin` is "null" for such schemes, so the parts are compared. */
export function isOurAddress(text: string): boolean {
  const url = parseAddress(text);
  return url?.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === '';
}

/** Null where the text is no address. (`URL.parse` would do, but the oldest runtime in use has none.) */
export const parseAddress = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
