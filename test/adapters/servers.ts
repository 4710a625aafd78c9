// Small servers for tests of the network: one that answers properly, and one that does what it likes with a socket.
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Handle } from '../../electron/adapters/http-over.ts';

export type TestServer = { url: URL; port: number; close: () => Promise<void> };

const listening = async (server: Server): Promise<TestServer> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { url: new URL(`http://127.0.0.1:${port}`), port, close };
};

/** Real HTTP in front of a handler. */
export const serve = (handle: Handle): Promise<TestServer> =>
  listening(
    createHttpServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      );
      const { method = '', url = '' } = incoming;
      const body = chunks.length === 0 ? null : Buffer.concat(chunks);
      const answer = await handle({ method, path: url, headers, body });
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    }),
  );

/** Anything at all: `act` gets each connection. */
export const serveRaw = (act: (socket: Socket) => void): Promise<TestServer> => listening(createServer(act));

/** A port that nobody listens on. */
export async function deadPort(): Promise<number> {
  const server = await serveRaw(() => {});
  await server.close();
  return server.port;
}
