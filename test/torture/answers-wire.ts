// A few bad answers over real sockets, through the real HTTP adapter: only there a size limit, a broken encoding or a
// connection that ends in the middle is what it is.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttp } from '../../electron/adapters/http.ts';
import { pick } from '../fakes/random.ts';
import type { Answer } from './world.ts';

const mebibyte = 1024 * 1024;
const limit = 8 * mebibyte;
const patienceMs = 5_000;
/** More than this above the limit would mean that a body is read although it is refused. */
const mostMemory = 96 * mebibyte;

type Misbehaviour = { readonly expect: readonly string[]; answer(response: ServerResponse): void };

const json = { 'content-type': 'application/json' };
const piece = Buffer.alloc(mebibyte, 'x');

/** Writes as fast as the other side reads, until it hangs up. */
function pour(response: ServerResponse, left: number): void {
  if (left === 0 || response.destroyed) return void response.end();
  if (response.write(piece)) setImmediate(() => pour(response, left - 1));
  else response.once('drain', () => pour(response, left - 1));
}

const misbehaviours: readonly [Misbehaviour, ...Misbehaviour[]] = [
  { expect: ['too_large'], answer: (response) => pour(response.writeHead(200, json), 50) },
  {
    expect: ['too_large'],
    answer: (response) => pour(response.writeHead(200, { ...json, 'content-length': 50 * mebibyte }), 50),
  },
  { expect: ['too_large'], answer: (response) => pour(response.writeHead(500, json), 50) },
  {
    expect: ['connection_lost'],
    answer: (response) =>
      void response
        .writeHead(200, { ...json, 'content-length': 100 })
        .write('{"data":[', () => response.destroy()),
  },
  {
    expect: ['bad_answer'],
    answer: (response) =>
      void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(Buffer.alloc(1_000, 1)),
  },
  {
    expect: ['200'],
    answer: (response) => void response.writeHead(200, json).end(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80])),
  },
  {
    expect: ['connection_lost', 'bad_answer'],
    answer: (response) =>
      void response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n{"a":1}'),
  },
  {
    expect: ['connection_lost', 'bad_answer'],
    answer: (response) => void response.socket?.end('nonsense\r\n\r\n'),
  },
  { expect: ['timeout'], answer: (response) => void response.writeHead(200, json).write('{') },
];

/** One 50 MB body and one other fault; null, or what went wrong. */
export async function answersOverTheWire(random: () => number): Promise<string | null> {
  const others = misbehaviours.slice(1) as [Misbehaviour, ...Misbehaviour[]];
  for (const misbehaviour of [misbehaviours[0], pick(random, others)]) {
    const wrong = await one(misbehaviour);
    if (wrong) return wrong;
  }
  return null;
}

async function one({ expect, answer }: Misbehaviour): Promise<string | null> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const http = createHttp({ baseUrl: new URL(`http://127.0.0.1:${port}`), env: {}, log });
  const before = memory();
  const timeoutMs = expect.includes('timeout') ? 200 : patienceMs;
  const got = await http.request({
    method: 'GET',
    path: '/x',
    headers: {},
    body: null,
    timeoutMs,
    maxBytes: limit,
    fresh: false,
  });
  const used = memory() - before;
  await http.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  if (!expect.includes(nameOf(got)))
    return `over the wire ${nameOf(got)} came instead of ${expect.join(' or ')}`;
  return used > mostMemory ? `a body over the limit took ${Math.round(used / mebibyte)} MiB` : null;
}

const nameOf = (got: Answer): string => (got.ok ? String(got.status) : got.code);

function memory(): number {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
