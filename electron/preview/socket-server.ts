// The contract over WebSocket: one JSON text per call, answer or event. Junk gets an error answer; nothing from
// outside can throw here.
import { randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import { failure, type Result } from '../contract/codes.ts';
import type { Sender } from '../contract/transport.ts';
import type { Upgrade } from './server.ts';

/** The longest text the contract allows (100,000 characters), escaped as badly as JSON can, fits in. */
const longestMessage = 1024 ** 2;
const heartbeatMs = 20_000;

export type SocketServer = {
  readonly upgrade: Upgrade;
  /** tells every page */
  broadcast(event: string, data: unknown): void;
  close(): void;
};

/**
 * @param answer serve() of the contract
 * @param onGone hears the id of a page whose socket closed
 */
export function createSocketServer(
  answer: (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>>,
  onGone: (id: string) => void,
): SocketServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: longestMessage,
    perMessageDeflate: false,
  });
  const silent = new Set<WebSocket>();

  server.on('connection', (socket) => {
    const sender: Sender = { id: `page-${randomUUID()}` };
    socket.on('message', async (data, isBinary) => {
      const { id, name, input } = readCall(isBinary ? '' : String(data));
      const result = id === null ? failure('bad_call') : await answer(sender, name, input);
      send(socket, { id, answer: result });
    });
    socket.on('pong', () => silent.delete(socket));
    // 'error' is always followed by 'close'; without a listener it would end the program
    socket.on('error', () => undefined);
    socket.on('close', () => {
      silent.delete(socket);
      onGone(sender.id);
    });
  });

  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, heartbeatMs);
  heartbeat.unref();

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (open) => server.emit('connection', open, request)),
    broadcast(event, data) {
      for (const socket of server.clients) send(socket, { event, data });
    },
    close() {
      clearInterval(heartbeat);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function send(socket: WebSocket, message: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}

/** id null: not a call at all. The name and input stay unknown; serve() checks them. */
function readCall(text: string): { id: number | null; name: unknown; input: unknown } {
  try {
    const call: unknown = JSON.parse(text);
    if (typeof call === 'object' && call !== null && 'id' in call && Number.isSafeInteger(call.id)) {
      const { id, name, input } = call as { id: number; name?: unknown; input?: unknown };
      return { id, name, input };
    }
  } catch {
    // not JSON: answered like any other junk
  }
  return { id: null, name: undefined, input: undefined };
}
