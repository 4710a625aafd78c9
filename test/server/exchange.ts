// One request over a real connection: reading it, and the ways of answering it badly.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemoRequest, DemoResponse } from '../../electron/demo/types.ts';
import type { Fault } from './faults.ts';

interface Exchange {
  request: DemoRequest;
  response: ServerResponse;
  /** Hands the request to the stand-in; called at most once. */
  apply: () => Promise<DemoResponse>;
}

const captivePortal =
  '<!doctype html><html><head><title>Log in to the network</title></head><body><h1>Welcome to Hotel WiFi</h1></body></html>';

export async function readRequest(incoming: IncomingMessage): Promise<DemoRequest> {
  const parts: Uint8Array[] = [];
  for await (const part of incoming) parts.push(part as Uint8Array);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const { method = 'GET', url: path = '/' } = incoming;
  return { method, path, headers, body: parts.length > 0 ? new Uint8Array(Buffer.concat(parts)) : null };
}

export function send(response: ServerResponse, answer: DemoResponse): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** Answers an exchange as its fault orders. */
export async function misbehave(exchange: Exchange, fault: Fault): Promise<void> {
  const { response, apply } = exchange;
  const { ms = 1000, body } = fault;
  switch (fault.kind) {
    case 'apply-then-drop':
      await apply();
      response.destroy();
      return;
    case 'apply-then-status':
      await apply();
      respond(exchange, fault, 502, body ?? 'Bad Gateway', 'text/plain');
      return;
    case 'drop-before':
      response.destroy();
      return;
    case 'status':
      respond(
        exchange,
        fault,
        500,
        body ?? problemText(exchange, fault.status ?? 500),
        'application/problem+json',
      );
      return;
    case 'delay':
      await wait(ms, undefined, { ref: false });
      send(response, await apply());
      return;
    case 'apply-late':
      response.destroy();
      await wait(ms, undefined, { ref: false });
      await apply();
      return;
    case 'truncate':
      await truncate(exchange);
      return;
    case 'redirect':
      respond(
        exchange,
        { ...fault, headers: { location: fault.location ?? '/moved', ...fault.headers } },
        302,
        '',
        'text/plain',
      );
      return;
    default:
      if (fault.apply) await apply();
      hideAnswer(exchange, fault);
  }
}

// These differ only in what hides the answer; whether the request was applied is the order's choice.
function hideAnswer(exchange: Exchange, fault: Fault): void {
  const { response } = exchange;
  if (fault.kind === 'reset') response.socket?.resetAndDestroy();
  if (fault.kind === 'html')
    respond(exchange, fault, 200, fault.body ?? captivePortal, 'text/html; charset=utf-8');
  if (fault.kind === 'wrong-json')
    respond(exchange, fault, 200, fault.body ?? '{"hello":["world"]}', 'application/json');
  if (fault.kind === 'huge') sendHuge(response, fault);
}

function respond(exchange: Exchange, fault: Fault, status: number, body: string, type: string): void {
  const headers = { 'content-type': type, ...fault.headers };
  send(exchange.response, { status: fault.status ?? status, headers, body: new TextEncoder().encode(body) });
}

async function truncate({ response, apply }: Exchange): Promise<void> {
  const answer = await apply();
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers);
  const half = answer.body.slice(0, Math.floor(answer.body.byteLength / 2));
  response.write(half, () => response.destroy());
}

// Blanks inside an object: valid JSON so far, without end in sight. Stops when the client does.
function sendHuge(response: ServerResponse, { status = 200, bytes = 64 * 1024 * 1024 }: Fault): void {
  const part = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  const pump = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= part.byteLength;
      if (!response.write(part)) {
        response.once('drain', pump);
        return;
      }
    }
    if (!response.destroyed) response.end('}');
  };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.write('{');
  pump();
}

function problemText({ request }: Exchange, status: number): string {
  const code = status === 429 ? 'rate_limit_exceeded' : 'internal_error';
  return JSON.stringify({
    type: `https://developer.hostup.se/errors/${code}`,
    title: 'Ordered by a test',
    status,
    detail: 'An unexpected error occurred. Retry later or contact support if the issue persists.',
    code,
    instance: request.path.split('?')[0],
    requestId: 'req_ordered_by_a_test',
    timestamp: new Date().toISOString(),
  });
}
