// The stand-in behind a real HTTP server on 127.0.0.1, with faults on order, a log and an off switch.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { DemoApi } from '../../electron/demo/api.ts';
import { answerControl } from './control.ts';
import { misbehave, readRequest, send } from './exchange.ts';
import { createFaults, type FaultKind, type Faults } from './faults.ts';

interface TestServerOptions {
  api: DemoApi;
  /** 0 or left out: a free one. */
  port?: number | undefined;
  faults?: Faults | undefined;
  /** Answers `POST /__control`, for tests in another process. Default false. */
  control?: boolean | undefined;
}

/** One request as it was received. Holds no headers and no body, and so no key and no text. */
interface LogEntry {
  method: string;
  /** With query. */
  path: string;
  /** Epoch milliseconds. */
  at: number;
  /** Null: no answer was sent (yet). */
  status: number | null;
  fault: FaultKind | null;
  /** Counts connections; two requests with the same number shared one. */
  connection: number;
}

export interface TestServer {
  /** Base address without a slash at the end. */
  url: string;
  port: number;
  api: DemoApi;
  faults: Faults;
  log: () => LogEntry[];
  clearLog: () => void;
  /** True: every connection is cut and new ones are refused. False: back on the same port. */
  setOffline: (offline: boolean) => Promise<void>;
  close: () => Promise<void>;
}

/** Starts listening; rejects with Node's error (`code: 'EADDRINUSE'`) where the port is taken. */
export async function createTestServer(options: TestServerOptions): Promise<TestServer> {
  const { api, faults = createFaults() } = options;
  const sockets = new Map<Socket, number>();
  let entries: LogEntry[] = [];
  let connections = 0;
  let isOnline = false;
  let isClosed = false;

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    if (options.control && request.path === '/__control') {
      send(response, await answerControl(testServer, request));
      return;
    }
    const { method, path } = request;
    const fault = faults.take(method, path);
    const connection = sockets.get(incoming.socket) ?? 0;
    const entry: LogEntry = {
      method,
      path,
      at: Date.now(),
      status: null,
      fault: fault?.kind ?? null,
      connection,
    };
    entries.push(entry);
    response.once('finish', () => {
      entry.status = response.statusCode;
    });
    const apply = () => api.handle(request);
    if (fault) await misbehave({ request, response, apply }, fault);
    else send(response, await apply());
  };

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.set(socket, connections);
    socket.once('close', () => sockets.delete(socket));
  });

  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        isOnline = true;
        resolve((server.address() as AddressInfo).port);
      });
    });
  const stop = async (): Promise<void> => {
    if (!isOnline) return;
    isOnline = false;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets.keys()) socket.destroy();
    });
  };

  const port = await listen(options.port ?? 0);
  const testServer: TestServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    api,
    faults,
    log: () => structuredClone(entries),
    clearLog() {
      entries = [];
    },
    async setOffline(offline) {
      if (offline) await stop();
      else if (!isOnline && !isClosed) await listen(port);
    },
    close() {
      isClosed = true;
      return stop();
    },
  };
  return testServer;
}
