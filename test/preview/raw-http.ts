// Requests with any header at all, as an attacker's page or a rebound name would send them.
import { type IncomingHttpHeaders, request } from 'node:http';

type RawAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};
type RawRequest = {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Host is 127.0.0.1:port unless another is named. An upgrade that succeeds answers 101. */
export function ask({ port, path, method = 'GET', headers = {} }: RawRequest): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      headers,
      setHost: headers.host === undefined,
    });
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      done({ status: response.statusCode ?? 0, headers: response.headers, text: '' });
    });
    sent.on('error', fail);
    sent.end();
  });
}

export const upgradeHeaders = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};
