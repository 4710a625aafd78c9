// What can come back instead of an honest answer. Each is chosen by the generator, so a seed tells the whole story.
import type { HttpAnswer, HttpRequest } from '../../electron/core/ports.ts';
import { pick } from '../fakes/random.ts';
import { junkHeaders } from './answers-headers.ts';
import { spoilJson } from './answers-json.ts';
import type { Answer } from './world.ts';

type Random = () => number;
export type Damage = (random: Random, answer: HttpAnswer, request: HttpRequest) => Answer;

/** One kind of fault for every answer, as a broken proxy gives it; or any kind, anew each time. */
export function moodOf(random: Random): Damage | null {
  if (random() < 0.7) return null;
  return pick(random, [
    spoiled,
    cut,
    misread,
    portal,
    otherHeaders,
    otherHeaders,
    otherStatus,
    wrongClock,
    createForever(),
    createForever(),
  ]);
}

/**
 * What comes back instead of the stand-in's answer. A POST that was applied never comes back as one that certainly
 * was not (no connection, 401, 429): no client can see through that, and no server does it.
 */
export async function damaged(
  random: Random,
  mood: Damage | null,
  request: HttpRequest,
  honest: () => Promise<Answer>,
): Promise<Answer> {
  if (request.method === 'POST' && random() < 0.2) return pick(random, notApplied);
  const answer = await honest();
  if (!answer.ok) return answer;
  const damage = mood ?? damageOf(random);
  const instead = capped(damage(random, withAttachment(answer), request), request);
  return request.method === 'POST' && seemsNotApplied(instead) ? lostAnswer : instead;
}

/** The stand-in's own tickets come without files; here the first message or ticket gets one to be spoiled. */
function withAttachment(answer: HttpAnswer): HttpAnswer {
  const file = {
    id: 'tatt_1',
    filename: 'logg.txt',
    extension: 'txt',
    mimeType: 'text/plain',
    downloadUrl: '/api/v2/support/attachments/tatt_1?ticketId=tkt_1',
  };
  return {
    ...answer,
    text: answer.text.replace('"attachments":[]', () => `"attachments":[${JSON.stringify(file)}]`),
  };
}

/** How long an answer takes, virtual ms. */
export const delayOf = (random: Random): number => (random() < 0.03 ? Math.floor(random() * 29_000) : 0);

function damageOf(random: Random): Damage {
  let dice = random() * total;
  for (const [weight, damage] of damages) {
    dice -= weight;
    if (dice < 0) return damage;
  }
  return spoiled;
}

const lostAnswer: Answer = { ok: false, reached: 'maybe', code: 'connection_lost' };
const notApplied: readonly [Answer, ...Answer[]] = [
  { ok: false, reached: 'no', code: 'offline' },
  { ok: false, reached: 'maybe', code: 'timeout' },
  { ok: true, status: 429, headers: { 'retry-after': '3' }, text: '' },
  { ok: true, status: 401, headers: {}, text: '<html>' },
  { ok: true, status: 422, headers: {}, text: '{"code":"invalid_request"}' },
  { ok: true, status: 502, headers: {}, text: '<html>' },
];
const seemsNotApplied = (answer: Answer): boolean =>
  answer.ok ? [401, 429].includes(answer.status) : answer.reached === 'no';

/** The adapter reads no more than the request allows. */
function capped(answer: Answer, { maxBytes }: HttpRequest): Answer {
  const isTooBig =
    answer.ok && answer.text.length > maxBytes / 4 && Buffer.byteLength(answer.text) > maxBytes;
  return isTooBig ? { ok: false, reached: 'maybe', code: 'too_large' } : answer;
}

const spoiled: Damage = (random, answer) => ({ ...answer, text: spoilJson(random, answer.text) });

const refusal: Damage = (random, answer, { path }) => {
  const status = pick(
    random,
    [400, 403, 404, 408, 409, 410, 413, 415, 418, 422, 429, 451, 500, 502, 503, 504],
  );
  const code = pick(random, [
    'invalid_request',
    'rate_limited',
    'ticket_closed',
    'Closed',
    'unauthorized',
    '',
    'x'.repeat(200),
  ]);
  const problem = {
    type: `https://developer.hostup.se/errors/${code}`,
    title: 'Refused',
    status,
    detail: 'No.',
    code,
    instance: path,
    requestId: pick(random, ['req_1', 'req_\n2', 'x'.repeat(500)]),
    errors: [{ pointer: '/subject', detail: 'is required', code: 'required' }],
    retryAfter: pick<unknown>(random, [1, '2', 'soon', null, -5, 1e99]),
  };
  const text = JSON.stringify(problem);
  return {
    ...answer,
    status,
    headers: { ...answer.headers, 'content-type': 'application/problem+json', ...junkHeaders(random) },
    text: random() < 0.5 ? text : spoilJson(random, text),
  };
};

const portal: Damage = (random, answer) => ({
  ...answer,
  status: pick(random, [200, 200, 200, 302, 307, 401, 403, 404, 502, 503, 511]),
  headers: {
    'content-type': 'text/html; charset=iso-8859-1',
    location: 'http://10.0.0.1/login',
    ...junkHeaders(random),
  },
  text: `<!doctype html><html><body>${'<div>Logga in på hotellets nät</div>'.repeat(1 + Math.floor(random() * 50))}</body></html>`,
});

const cut: Damage = (random, answer) => ({
  ...answer,
  text: answer.text.slice(0, Math.floor(random() * answer.text.length)),
});

/** A body in an encoding that is not UTF-8, read as UTF-8 like every body. */
const misread: Damage = (random, answer) => {
  const { text } = answer;
  const bytes = pick(random, [
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(text, 'latin1'),
    () => Buffer.from(text).map((byte, at) => (at % 97 === 96 ? byte ^ 0x80 : byte)),
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.from(Buffer.from(text).toString('base64')),
    () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
    () => Buffer.alloc(64 + Math.floor(random() * 4_000), Math.floor(random() * 256)),
  ])();
  return { ...answer, text: new TextDecoder().decode(bytes) };
};

const reframed: Damage = (random, answer) => {
  const { text } = answer;
  const next = pick(random, [
    '',
    ' ',
    'null',
    '[]',
    '{}',
    '""',
    '0',
    'true',
    'NaN',
    `${text}${text}`,
    `${text}]`,
    `)]}',\n${text}`,
    `callback(${text})`,
    JSON.stringify(text),
    `[${text}]`,
    `{"data":${text}}`,
    `{"success":true,"data":{"ticket":${text}}}`,
    '{"success":false,"error":"Something went wrong"}',
    '{"data":null,"hasMore":null,"nextCursor":null}',
    '['.repeat(10_000),
    `${'{"data":['.repeat(10_000)}${']}'.repeat(10_000)}`,
  ]);
  return { ...answer, text: next };
};

const otherStatus: Damage = (random, answer) => ({ ...answer, status: 100 + Math.floor(random() * 500) });
const otherHeaders: Damage = (random, answer) => ({
  ...answer,
  headers: { ...answer.headers, ...junkHeaders(random) },
});
/** A proxy that dates answers by a clock of its own. */
const wrongClock: Damage = (random, answer) => {
  const date = random() < 0.7 ? 'Mon, 27 Apr 2076 11:45:00 GMT' : 'Thu, 01 Jan 1970 00:00:00 GMT';
  return { ...answer, headers: { ...answer.headers, date } };
};
const lost: Damage = (random) =>
  pick<Answer>(random, [
    { ok: false, reached: 'no', code: 'offline' },
    { ok: false, reached: 'maybe', code: 'timeout' },
    { ok: false, reached: 'maybe', code: 'connection_lost' },
    { ok: false, reached: 'maybe', code: 'bad_answer' },
    { ok: false, reached: 'maybe', code: 'too_large' },
  ]);

/** Lists that promise more without end: no cursor, the same, an alternating or always another one, with or without tickets. */
const endless: Damage = (random, answer) => {
  const page = JSON.parse(answer.text) as Record<string, unknown>;
  if (!Array.isArray(page.data)) return spoiled(random, answer, noRequest);
  const nextCursor = pick<() => unknown>(random, [
    () => null,
    () => undefined,
    () => '',
    () => 'same',
    () => pick(random, ['a', 'b']),
    () => `cursor-${random()}`,
    () => `cursor-${random()}`,
    () => 'c'.repeat(100_000),
  ])();
  const data = random() < 0.3 ? [] : page.data;
  return {
    ...answer,
    text: JSON.stringify({ data, hasMore: random() < 0.9 ? true : undefined, nextCursor }),
  };
};
const noRequest = {} as HttpRequest;

/** The first page again and again, whatever the cursor, each time with one that was not seen before. */
function createForever(): Damage {
  let first: Record<string, unknown> | null = null;
  return (random, answer, { path }) => {
    const page = JSON.parse(answer.text) as Record<string, unknown>;
    if (Array.isArray(page.data)) first ??= page;
    if (first === null || !path.includes('/tickets?')) return answer;
    const more = { hasMore: true, nextCursor: `cursor-${random()}` };
    return { ...answer, status: 200, text: JSON.stringify({ ...first, ...more }) };
  };
}

/** Megabytes where a few words are expected. */
const huge: Damage = (random, answer) => {
  const size = pick(random, [1e6, 4e6, 7.9e6, 9e6, 50e6]);
  const filler = pick(random, ['x', '[', ' ', '<b>', '\\n']).repeat(size).slice(0, size);
  if (random() < 0.5) return { ...answer, text: filler };
  const inString = /[[<\s]/.test(filler) ? filler : 'y'.repeat(size);
  return { ...answer, text: answer.text.replace(/"(subject|body)":("[^"]*"|null)/, `"$1":"${inString}"`) };
};

const damages: readonly (readonly [number, Damage])[] = [
  [50, spoiled],
  [9, refusal],
  [6, cut],
  [4, misread],
  [6, reframed],
  [4, portal],
  [5, otherStatus],
  [6, otherHeaders],
  [4, lost],
  [4, endless],
  [0.06, huge],
  [6, (_random, answer) => answer],
];
const total = damages.reduce((sum, [weight]) => sum + weight, 0);
