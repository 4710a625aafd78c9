// Frames that our page never sends, on a socket that is open: broken ones, huge ones, binary ones, and junk inside
// right ones. Each says whether the server may end the connection, or how many answers it owes.
import { isDeepStrictEqual, types } from 'node:util';
import { pick } from '../../fakes/random.ts';
import { callNames, wrongInput } from '../messages/values.ts';

type Random = () => number;
export type Attack = {
  readonly pieces: readonly Buffer[];
  /** 'end': the connection must be ended; a number: so many answers must come, all of them refusals */
  readonly due: 'end' | number;
};

const opcodes = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
type Options = {
  readonly last?: boolean;
  readonly reserved?: number;
  readonly mask?: boolean;
  readonly length?: bigint;
};

/** One frame as bytes, wrong where the options say so. */
export function frame(opcode: number, payload: Buffer, options: Options = {}): Buffer {
  const { last = true, reserved = 0, mask = true, length = BigInt(payload.length) } = options;
  const first = (last ? 0x80 : 0) | (reserved << 4) | opcode;
  const bit = mask ? 0x80 : 0;
  const head =
    length < 126n
      ? Buffer.from([first, bit | Number(length)])
      : length < 65_536n
        ? Buffer.from([first, bit | 126, Number(length >> 8n), Number(length & 255n)])
        : Buffer.concat([Buffer.from([first, bit | 127]), eightBytes(length)]);
  const key = Buffer.from([0x12, 0x34, 0x56, 0x78]);
  if (!mask) return Buffer.concat([head, payload]);
  return Buffer.concat([head, key, payload.map((byte, at) => byte ^ (key[at % 4] ?? 0))]);
}

function eightBytes(length: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(length);
  return bytes;
}

const text = (said: string, options: Options = {}): Buffer => frame(opcodes.text, Buffer.from(said), options);
const call = '{"id":1,"name":"session.signOut","input":{}}';
const half = Math.floor(call.length / 2);

/** Messages of JSON that are no calls, or calls that are refused. */
function junk(random: Random): string {
  const name = pick(random, callNames as [string, ...string[]]);
  const input = jsonOf(wrongInput(random, name));
  const texts: readonly (() => string)[] = [
    () => `{"id":1,"name":"${name}","input":${input}}`,
    () => `{"id":1,"name":"${name}","input":${input}}`,
    () => `{"id":1,"name":"${name}","input":${input}}`,
    () =>
      `{"id":1,"name":"${pick(random, ['', '__proto__', 'constructor', `${name} `, name.toUpperCase()])}","input":{}}`,
    () =>
      `{"id":${pick(random, ['"1"', 'null', '1.5', '1e400', '{}', '[1]', 'true', '-0.5'])},"name":"session.get","input":{}}`,
    () => `{"__proto__":{"id":1,"name":"session.signOut","input":{}}}`,
    () => `{"id":1,"name":["session.signOut"],"input":{}}`,
    () => `{"id":1,"name":"session.signOut","input":[]}`,
    () => `{"id":1,"name":"session.signOut"}`,
    () => `{"id":1,"name":"session.signOut","input":{}`,
    () => `[${call}]`,
    () => `${call}${call}`,
    () => JSON.stringify(call),
    () => `\ufeff\u0000${call}`,
    () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    () => `{"id":1,"name":"settings.set","input":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    () =>
      `{"id":1,"name":"draft.save","input":{"ticketId":"x","text":"${'x'.repeat(900_000)}","encrypted":false}}`,
    () => `{"id":1,${'"a":1,'.repeat(50_000)}"name":"nope"}`,
    () =>
      pick(random, [
        '',
        ' ',
        'null',
        '0',
        '"x"',
        '[]',
        '{}',
        'NaN',
        'undefined',
        '\u0000',
        '\ufffd',
        '{"id":1}',
      ]),
  ];
  return texts[Math.floor(random() * texts.length)]?.() ?? '';
}

/** JSON would say each of the items that an endless list has not. */
const shortened = (_: string, value: unknown): unknown =>
  Array.isArray(value) && value.length > 1_000 ? 'long' : value;

/** The same in JSON, if JSON can say it and it is short enough; else a list, which no call takes. */
function jsonOf(value: unknown): string {
  try {
    const isPlain = !types.isProxy(value) && Object.getPrototypeOf(value) === Object.prototype;
    const json = isPlain ? JSON.stringify(value, shortened) : '[]';
    return json.length < 200_000 && isDeepStrictEqual(JSON.parse(json), value) ? json : '[]';
  } catch {
    return '[]';
  }
}

const bytes = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
const oneByOne = (whole: Buffer): Buffer[] => Array.from(whole, (byte) => Buffer.from([byte]));
const ping = (random: Random): Buffer => frame(opcodes.ping, bytes(random, 125));
const answered = (due: number, ...pieces: readonly Buffer[]): Attack => ({ pieces, due });
/** Behind the broken frame a right call follows, which must not be heard any more. */
const ended = (...pieces: readonly Buffer[]): Attack => ({
  pieces: [Buffer.concat([...pieces, text(call)])],
  due: 'end',
});

const attacks: readonly ((random: Random) => Attack)[] = [
  (random) => answered(1, text(junk(random))),
  (random) => answered(1, text(junk(random))),
  (random) => {
    const many = 1 + Math.floor(random() * 20);
    return answered(
      many,
      Buffer.concat(Array.from({ length: many }, () => text(pick(random, ['x', '{}', '', '[]'])))),
    );
  },
  () => answered(1, frame(opcodes.binary, Buffer.from(call))),
  (random) => answered(1, frame(opcodes.binary, bytes(random, Math.floor(random() * 70_000)))),
  () => answered(1, ...oneByOne(text(`{"id":1,"name":"nope","input":${call}}`))),
  (random) => {
    const said = junk(random).slice(0, 1_000);
    const cut = Math.floor(random() * said.length);
    const first = frame(opcodes.binary, Buffer.from(said.slice(0, cut)), { last: false });
    return answered(1, first, ping(random), frame(opcodes.more, Buffer.from(said.slice(cut))));
  },
  () => {
    const first = frame(opcodes.binary, Buffer.from(call.slice(0, half)), { last: false });
    return answered(1, first, frame(opcodes.more, Buffer.from(call.slice(half))));
  },
  (random) => answered(1, Buffer.concat(Array.from({ length: 50 }, () => ping(random))), text('x')),
  // a flood of pings, which ws itself ends
  (random) => ({ pieces: [Buffer.concat(Array.from({ length: 500 }, () => ping(random)))], due: 'end' }),
  () => ended(text(call, { mask: false })),
  (random) => ended(text(call, { reserved: 1 + Math.floor(random() * 7) })),
  (random) => ended(frame(pick(random, [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]), Buffer.from(call))),
  (random) => ended(frame(pick(random, [opcodes.ping, opcodes.pong, opcodes.close]), Buffer.alloc(126))),
  (random) => ended(frame(pick(random, [opcodes.ping, opcodes.close]), Buffer.alloc(2), { last: false })),
  () => ended(frame(opcodes.more, Buffer.from(call))),
  () => ended(text(call.slice(0, half), { last: false }), text(call)),
  (random) =>
    ended(text('', { length: pick(random, [1_048_577n, 2n ** 31n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n]) })),
  () => ended(text('x'.repeat(1_048_577))),
  () =>
    ended(
      ...Array.from({ length: 12 }, (_, at) =>
        frame(at ? 0 : 1, Buffer.alloc(100_000, 'x'), { last: false }),
      ),
    ),
  (random) =>
    ended(
      frame(
        opcodes.text,
        pick(random, [Buffer.from([0xff]), Buffer.from([0xc0, 0xaf]), Buffer.from([0xed, 0xa0, 0x80])]),
      ),
    ),
  (random) => {
    const code = Buffer.alloc(2);
    code.writeUInt16BE(pick(random, [0, 999, 1_004, 1_005, 1_006, 1_015, 2_000, 5_000, 65_535]));
    return ended(frame(opcodes.close, code));
  },
  () => ended(frame(opcodes.close, Buffer.from([3]))),
  () => ended(frame(opcodes.close, Buffer.from([0x03, 0xe8, 0xff, 0xff]))),
  () => ended(frame(opcodes.close, Buffer.alloc(0))),
];

export const hostileFrames = (random: Random): Attack =>
  attacks[Math.floor(random() * attacks.length)]?.(random) ?? answered(1, text(''));

type Heard = { readonly answers: readonly string[]; readonly closed: boolean };

/** The frames of the server in these bytes, behind the head of its answer. */
export function heardIn(received: Buffer): Heard {
  const answers: string[] = [];
  let at = received.indexOf('\r\n\r\n') + 4;
  while (at + 2 <= received.length) {
    const opcode = (received[at] ?? 0) & 15;
    const short = (received[at + 1] ?? 0) & 127;
    const start = at + (short === 126 ? 4 : short === 127 ? 10 : 2);
    if (start > received.length) break;
    const length =
      short === 126
        ? received.readUInt16BE(at + 2)
        : short === 127
          ? Number(received.readBigUInt64BE(at + 2))
          : short;
    if (start + length > received.length) break;
    if (opcode === opcodes.close) return { answers, closed: true };
    if (opcode === opcodes.text) answers.push(received.toString('utf8', start, start + length));
    at = start + length;
  }
  return { answers, closed: false };
}
