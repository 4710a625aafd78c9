// What a download knows when the program is killed in the middle of it: nothing is told that it ends.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFiles } from '../../../electron/adapters/files.ts';
import { success } from '../../../electron/contract/codes.ts';
import type { FileFacts, From } from '../../../electron/core/api/download.ts';
import { createDownloads, type DownloadParts } from '../../../electron/core/downloads/downloads.ts';
import { createPlaces } from '../../../electron/core/places.ts';
import { quietLog } from '../../adapters/quiet-log.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { aMessage } from '../../fakes/records.ts';
import { until } from './until.ts';

type FetchFile = DownloadParts['remote']['download'];
const sized = (total: number | null): FileFacts => ({ total, validator: null });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostup-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = { ticketId: 'tkt_1', messageId: 'tmsg_1', attachmentId: 'tatt_1' };
const file = { id: 'tatt_1', filename: 'a.txt', extension: 'txt', mimeType: null, downloadUrl: '/a' };
const bytes = (text: string) => new TextEncoder().encode(text);

/** The same computer for every run of the program on it. */
function aComputer() {
  const kept = new Map<string, string | null>();
  const clock = createFakeClock();
  let ids = 0;
  const run = (download: FetchFile) =>
    createDownloads({
      files: nodeFiles({
        home: folder,
        askWhere: async (name) => join(folder, name),
        reveal: () => false,
      }),
      remote: { download },
      places: createPlaces(),
      cache: {
        message: () => aMessage({ attachments: [file] }),
        meta: (key) => kept.get(key) ?? null,
        setMeta: (key, value) => void kept.set(key, value),
      },
      clock,
      log: quietLog(),
      newId: () => `dl_${++ids}`,
      tell: () => {},
      onRefused: () => {},
    });
  return { run, clock };
}

/** Sends this much and then nothing more, for ever. */
const stuckAfter =
  (text: string, file: FileFacts): FetchFile =>
  async (_url, { start }, piece) => {
    await piece(bytes(text), start, file);
    return new Promise<never>(() => {});
  };

/** A server that has this file; what it is asked to begin at is written down. */
const having =
  (text: string, asked: number[], validator: string | null = null): FetchFile =>
  async (_url, { start }, piece) => {
    asked.push(start);
    const rest = bytes(text).subarray(start);
    const total = text.length;
    await piece(rest, start, { total, validator });
    return success({ start, length: rest.byteLength, total });
  };

async function killedAfter(text: string, file: FileFacts, later: FetchFile) {
  const { run, clock } = aComputer();
  const first = run(stuckAfter(text, file));
  await first.save(source, 'file');
  await until(clock, 'the first bytes', async () => first.list()[0]?.received === text.length);
  const second = run(later);
  await second.start();
  const [found] = second.list();
  second.resume(found?.id ?? '');
  await until(clock, 'the whole file', async () => second.list()[0]?.state === 'done');
  return { found, text: readFileSync(join(folder, 'a.txt'), 'utf8') };
}

it('is how large the file is, so that the rest of it is fetched', async () => {
  const asked: number[] = [];
  const { found, text } = await killedAfter('one ', sized(7), having('one two', asked));
  expect(found).toMatchObject({ state: 'broken', received: 4, total: 7 });
  expect([text, asked]).toEqual(['one two', [4]]);
});

it('keeps a file of another size from being put behind it', async () => {
  const asked: number[] = [];
  const { text } = await killedAfter('one ', sized(7), having('another one', asked));
  expect([text, asked]).toEqual(['another one', [4, 0]]);
});

it('keeps another file of one size from being put behind it', async () => {
  const asked: number[] = [];
  const { text } = await killedAfter(
    'one ',
    { total: 7, validator: '"v1"' },
    having('ONE TWO', asked, '"v2"'),
  );
  expect([text, asked]).toEqual(['ONE TWO', [4, 0]]);
});

it('is which file it is, so that the rest of that one alone is asked for', async () => {
  const from: From[] = [];
  const { text } = await killedAfter('one ', { total: 7, validator: '"v1"' }, async (_url, asked, piece) => {
    from.push(asked);
    // a part need not say again which file it is of
    await piece(bytes('two'), 4, sized(7));
    return success({ start: 4, length: 3, total: 7 });
  });
  expect([text, from]).toEqual(['one two', [{ start: 4, validator: '"v1"' }]]);
});

it('is not enough to go on where the size was never told', async () => {
  const asked: number[] = [];
  const { found, text } = await killedAfter('one ', sized(null), having('another one', asked));
  expect(found).toMatchObject({ received: 4, total: null });
  expect([text, asked]).toEqual(['another one', [0]]);
});
