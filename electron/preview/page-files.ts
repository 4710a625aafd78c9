// The built renderer as a fixed list of addresses, read once at start; no request ever touches the disk.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export type PageFile = { readonly type: string; readonly bytes: Buffer };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Address (`/assets/x.js`) to file. Files of unknown kinds (source maps, …) are left out. */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)];
    if (type !== undefined) {
      files.set(`/${name.split(sep).join('/')}`, { type, bytes: readFileSync(join(folder, name)) });
    }
  }
  return files;
}
