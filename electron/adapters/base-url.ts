// HOSTUP_API_URL: which addresses the key may be sent to. https, or http to this very machine; nothing else.

export type BaseUrlProblem = 'not-an-address' | 'not-secure' | 'has-credentials' | 'has-more-than-a-host';
type BaseUrl =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly problem: BaseUrlProblem };

/** Reads a base address such as `https://cloud.hostup.se`; a path other than `/`, a query or a hash is refused. */
export function parseBaseUrl(text: string): BaseUrl {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (url === null || url.hostname === '') return { ok: false, problem: 'not-an-address' };
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  if (!isSecure) return { ok: false, problem: 'not-secure' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'has-credentials' };
  // `search` and `hash` are empty for a bare "?" or "#" too, which a concatenation would not survive.
  if (url.pathname !== '/' || /[?#]/.test(trimmed)) return { ok: false, problem: 'has-more-than-a-host' };
  return { ok: true, url };
}

/** True for localhost, 127.0.0.0/8 and [::1]. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
