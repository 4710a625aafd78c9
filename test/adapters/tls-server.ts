// A TLS server on this machine that answers every request with the same bytes and keeps what it received.
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:tls';
import { certificate, certificateKey } from './localhost-certificate.ts';

export async function serveTls(answer: string) {
  let text = '';
  const sockets = new Set<Socket>();
  const server = createServer({ cert: certificate, key: certificateKey }, (socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes: Buffer) => {
      text += bytes;
      if (text.includes('}')) socket.end(answer);
    });
  });
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { url: `https://127.0.0.1:${port}`, port, received: () => text, close };
}
