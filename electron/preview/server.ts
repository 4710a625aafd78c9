// The preview's web server: the built page and one WebSocket, on 127.0.0.1 only. Who may in, the gate says.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createGate, type Gate } from './gate.ts';
import { securityHeaders } from './headers.ts';
import type { PageFile } from './page-files.ts';

export type PreviewServer = {
  /** the one address that lets a browser in */
  readonly address: string;
  close(): Promise<void>;
};
export type Listening =
  | { readonly ok: true; readonly server: PreviewServer }
  /** `reason` is Node's code, such as EADDRINUSE */
  | { readonly ok: false; readonly reason: string };

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Starts to listen; a port that cannot be had is a value.
 * @param port 0 takes a free one
 * @param upgrade gets WebSocket requests for `/socket` that passed the gate
 */
export async function startServer(
  port: number,
  files: ReadonlyMap<string, PageFile>,
  upgrade: Upgrade,
): Promise<Listening> {
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 });
  const reason = await new Promise<string | null>((done) => {
    server.once('error', (cause: NodeJS.ErrnoException) => done(cause.code ?? cause.name));
    server.listen(port, '127.0.0.1', () => done(null));
  });
  if (reason !== null) return { ok: false, reason };

  const { port: taken } = server.address() as AddressInfo;
  const gate = createGate(taken);
  const headers = securityHeaders(taken);
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    send(request, response, reply(request, files, gate));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const { pathname } = whereTo(request);
    const allowed = gate.hostIsOurs(request.headers) && gate.originIsOurs(request.headers);
    if (allowed && pathname === '/socket' && gate.hasCookie(request.headers)) upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return {
    ok: true,
    server: {
      address: `http://127.0.0.1:${taken}/?token=${gate.token}`,
      close: () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    },
  };
}

type Reply = { readonly status: number; readonly file: PageFile; readonly cookie?: string };

function reply(request: IncomingMessage, files: ReadonlyMap<string, PageFile>, gate: Gate): Reply {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return note(405, 'Only reading is possible.');
  if (!gate.hostIsOurs(headers)) return note(403, 'This address is not the preview’s own.');

  const { pathname, token } = whereTo(request);
  // every browser asks for it, and a refusal would stand in its console as an error
  if (pathname === '/favicon.ico') return { status: 204, file: nothing };
  const file = files.get(pathname === '/' ? '/index.html' : pathname);
  if (gate.hasCookie(headers)) return file ? { status: 200, file } : note(404, 'There is nothing here.');
  if (method === 'GET' && pathname === '/' && file && token !== null && gate.redeem(token)) {
    return { status: 200, file, cookie: gate.cookie() };
  }
  return note(
    403,
    'Open the address that the preview printed. It works in one browser; start it again for another.',
  );
}

function send(request: IncomingMessage, response: ServerResponse, { status, file, cookie }: Reply): void {
  if (cookie !== undefined) response.setHeader('set-cookie', cookie);
  response.writeHead(status, { 'content-type': file.type });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

/** Path as sent, never decoded: an address that is not in the list word for word is not there. */
function whereTo(request: IncomingMessage): { pathname: string; token: string | null } {
  const [pathname = '', query = ''] = (request.url ?? '').split('?', 2);
  return { pathname, token: new URLSearchParams(query).get('token') };
}

const nothing: PageFile = { type: 'image/x-icon', bytes: Buffer.alloc(0) };

function note(status: number, sentence: string): Reply {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>HostUp Support</title><p>${sentence}</p></html>\n`;
  return { status, file: { type: 'text/html; charset=utf-8', bytes: Buffer.from(page) } };
}
