// Requests that must not open the socket: of somebody without the cookie, of another page, under a rebound name, and
// of nobody who speaks HTTP.
import { pick } from '../../fakes/random.ts';

type Random = () => number;
type Header = readonly [string, string];
export type Place = { readonly port: number; readonly token: string; readonly cookie: string };

const upgrade: readonly Header[] = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
];

/** The head of a request, as bytes; what is sent need not be right. */
export function head(line: string, headers: readonly Header[]): Buffer {
  return Buffer.from(
    `${[line, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`,
    'latin1',
  );
}

/** What our own page sends. */
export const rightHeaders = ({ port, cookie }: Place): Header[] => [
  ['Host', `127.0.0.1:${port}`],
  ['Origin', `http://127.0.0.1:${port}`],
  ['Cookie', cookie],
  ...upgrade,
];

const instead = (headers: readonly Header[], name: string, ...values: readonly string[]): Header[] => [
  ...headers.filter(([other]) => other !== name),
  ...values.map((value): Header => [name, value]),
];

function wrongCookie(random: Random, { cookie, token, port }: Place): string[] {
  const [name = '', pass = ''] = cookie.split('=');
  const at = Math.floor(random() * pass.length);
  const spoiled = `${pass.slice(0, at)}${pass[at] === 'x' ? 'y' : 'x'}${pass.slice(at + 1)}`;
  const wrong: readonly string[][] = [
    [],
    [''],
    [name],
    [`${name}=`],
    [`${name}=${spoiled}`],
    [`${name}=${pass.slice(0, -1)}`],
    [`${name}=${pass}x`],
    [`${name}=${pass.toUpperCase()}`],
    [`${name}="${pass}"`],
    [`${name}=${encodeURIComponent(`${pass}\0`)}`],
    [`${name}=${token}`],
    [`hostup_preview_${port + 1}=${pass}`],
    [`Hostup_preview_${port}=${pass}`],
    [`x${cookie}`],
    [`x=${cookie}`],
    [cookie.replace('=', ' = ')],
    [pass],
    [`${'a=b; '.repeat(500)}${name}=${spoiled}`],
  ];
  return wrong[Math.floor(random() * wrong.length)] ?? [];
}

const wrongOrigins = (port: number): readonly [string[], ...string[][]] => [
  [],
  [''],
  ['null'],
  ['https://evil.example'],
  [`https://127.0.0.1:${port}`],
  [`http://localhost:${port}`],
  ['http://127.0.0.1'],
  [`http://127.0.0.1:${port + 1}`],
  [`http://127.0.0.1:${port}.evil.example`],
  [`http://127.0.0.1:${port}@evil.example`],
  [`http://evil.example/127.0.0.1:${port}`],
  [`http://127.0.0.1:${port}/`],
  [`ws://127.0.0.1:${port}`],
  [`http://127.1:${port}`],
  [`http://[::1]:${port}`],
  ['file://'],
  ['app://hostup'],
  ['chrome-extension://abcdefghijklmnop'],
  [`http://127.0.0.1:${port}`, 'https://evil.example'],
];

const wrongHosts = (port: number): readonly [string[], ...string[][]] => [
  [],
  [''],
  ['evil.example'],
  [`evil.example:${port}`],
  [`localhost.evil.example:${port}`],
  [`127.0.0.1.nip.io:${port}`],
  [`127.0.0.1.evil.example:${port}`],
  ['127.0.0.1'],
  ['localhost'],
  [`127.0.0.1:${port + 1}`],
  [`127.1:${port}`],
  [`0.0.0.0:${port}`],
  [`0x7f.1:${port}`],
  [`2130706433:${port}`],
  [`[::1]:${port}`],
  [`[::ffff:127.0.0.1]:${port}`],
  [`localhost.:${port}`],
  [`127.0.0.1:${port}.evil.example`],
  [`evil.example@127.0.0.1:${port}`],
  [`127.0.0.1:${port}, evil.example`],
  [`evil.example:${port}`, `127.0.0.1:${port}`],
];

const otherPaths = (token: string): readonly [string, ...string[]] => [
  '/',
  `/?token=${token}`,
  `/socketx?token=${token}`,
  '/socket/',
  '//socket',
  '/Socket',
  '/socket%2f',
  '/%73ocket',
  '/socket;x',
  '/socket#x',
  '/./socket',
  '/x/../socket',
  '/index.html',
  '*',
  'http://127.0.0.1/socket',
  'http://evil.example/socket',
];

const noHttp: readonly Buffer[] = [
  Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from('GET /socket\r\n\r\n'),
  Buffer.from('\r\n\r\n\r\n\r\n'),
  Buffer.from('SSH-2.0-x\r\n'),
  Buffer.from('{"id":1,"name":"session.signOut","input":{}}\r\n\r\n'),
  Buffer.from([0x81, 0x80, 0, 0, 0, 0]),
  Buffer.from(`GET /socket HTTP/1.1\r\n${'x'.repeat(20_000)}: y\r\n\r\n`),
  Buffer.from(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`),
  Buffer.from('GET /socket HTTP/1.1\r\nHost: x\r\n y: z\r\n\r\n'),
  Buffer.from('GET /socket HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\nHost: x\r\n\r\n'),
  Buffer.from('GET /socket HTTP/9.9\r\nHost: x\r\n\r\n'),
  Buffer.from('GET /socket HTTP/1.1\r\nHost: x\0\r\n\r\n'),
];

const line = 'GET /socket HTTP/1.1';

/** One request; the server must refuse it. */
export function hostileRequest(random: Random, place: Place): Buffer {
  const right = rightHeaders(place);
  const ways: readonly (() => Buffer)[] = [
    () => head(line, instead(right, 'Cookie', ...wrongCookie(random, place))),
    () => head(line, instead(right, 'Cookie', ...wrongCookie(random, place))),
    () => head(line, instead(right, 'Origin', ...pick(random, wrongOrigins(place.port)))),
    () => head(line, instead(right, 'Host', ...pick(random, wrongHosts(place.port)))),
    () => {
      const [host = ''] = pick(random, wrongHosts(place.port));
      return head(line, instead(instead(right, 'Host', host), 'Origin', `http://${host}`));
    },
    () => head(`GET ${pick(random, otherPaths(place.token))} HTTP/1.1`, right),
    () =>
      head(`${pick(random, ['POST', 'PUT', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE'])} /socket HTTP/1.1`, right),
    () =>
      head(
        line,
        instead(right, 'Sec-WebSocket-Key', pick(random, ['', 'x', 'dGhlIHNhbXBsZSBub25jZQ', '\u0000'])),
      ),
    () =>
      head(line, instead(right, 'Sec-WebSocket-Version', pick(random, ['', '0', '7', '14', 'x', '13, 8']))),
    () => head(line, instead(right, 'Upgrade', pick(random, ['h2c', 'TLS/1.0', 'websockets']))),
    () => head(line, instead(right, 'Sec-WebSocket-Protocol', pick(random, [',', '\u0001', 'a,,b', '(x)']))),
    // the token again, from whoever saw the address
    () => head(`GET /?token=${place.token} HTTP/1.1`, [['Host', `127.0.0.1:${place.port}`]]),
    () => head(`GET /?token=${place.token.slice(0, -1)}_ HTTP/1.1`, [['Host', `127.0.0.1:${place.port}`]]),
    () => noHttp[Math.floor(random() * noHttp.length)] ?? Buffer.from('\n'),
    () =>
      Buffer.from(Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256))),
  ];
  return ways[Math.floor(random() * ways.length)]?.() ?? head(line, []);
}
