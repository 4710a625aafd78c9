// Serves the built page under app://hostup/ and nothing else: an address becomes a file of one folder, or a 404.
import { join } from 'node:path';
import { pageHeaders } from '../adapters/page-headers.ts';
import { host, scheme } from './address.ts';
import { contentPolicy } from './content-policy.ts';

/** What the page is built of; any other kind of file is not served. */
const types = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['woff2', 'font/woff2'],
]);

const headers = { ...pageHeaders, 'content-security-policy': contentPolicy };

/** Standard and secure, so that 'self' and module scripts work; no other privilege. For before the program is ready. */
export const privileges = { scheme, privileges: { standard: true, secure: true } } as const;

type Asset = { readonly file: string; readonly type: string };

/**
 * The file that an address stands for, or null. Reads the text as it came, because a parser would tidy away `..`.
 * @param root the folder of the built page
 */
export function resolveAsset(address: string, root: string): Asset | null {
  const prefix = `${scheme}://${host}/`;
  if (!address.startsWith(prefix)) return null;
  const path = decode(address.slice(prefix.length).replace(/[?#].*$/s, ''));
  if (path === null || !/^[\w@.-]+(\/[\w@.-]+)*$/.test(path)) return null;
  if (path.split('/').some((part) => /^\.+$/.test(part))) return null;
  const type = types.get(path.slice(path.lastIndexOf('.') + 1));
  return type === undefined ? null : { file: join(root, path), type };
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * The handler for the scheme.
 * @param read reads a whole file; rejects if there is none
 */
export function servePage(root: string, read: (file: string) => Promise<Uint8Array>) {
  return async (request: { readonly url: string; readonly method: string }): Promise<Response> => {
    const asset = request.method === 'GET' ? resolveAsset(request.url, root) : null;
    const bytes = asset && (await read(asset.file).catch(() => null));
    if (asset === null || bytes === null) return new Response('Not found', { status: 404, headers });
    return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': asset.type } });
  };
}
