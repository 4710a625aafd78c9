// A search that finds nothing proves something only if it finds what is there: planted in every form and every place.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCanaries, scanBytes, scanFolders } from '../e2e/canary.ts';
import { killHard, processesOf, scanProcesses } from '../e2e/processes.ts';

const { text, probes } = createCanaries('key', 'body');
const wide = (words: string) => Buffer.from(words, 'utf16le');
const asUtf8 = (words: string) => Buffer.from(words);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a planted word is found', () => {
  const sentence = `Hej! Det är ${text.body}, åäö.`;
  const percent = (hex: string) => hex.replace(/../g, (byte) => `%${byte}`);
  it.each<[string, Buffer]>([
    ['as it is', asUtf8(sentence)],
    ['in capitals', asUtf8(sentence.toUpperCase())],
    ['as JSON', asUtf8(JSON.stringify({ message: sentence }))],
    ['as JSON with escapes', asUtf8(text.body.replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`))],
    ['in an address', asUtf8(new URLSearchParams({ q: sentence }).toString())],
    ['in an address, every byte coded', asUtf8(percent(asUtf8(sentence).toString('hex')))],
    ['the same with capitals', asUtf8(percent(asUtf8(sentence).toString('hex').toUpperCase()))],
    ['in hexadecimal', asUtf8(asUtf8(sentence).toString('hex'))],
    ['in UTF-16', wide(sentence)],
    ['in UTF-16 of the other order', Buffer.from(wide(sentence)).swap16()],
    ['in base64', asUtf8(asUtf8(sentence).toString('base64'))],
    ['in base64 one further', asUtf8(asUtf8(` ${sentence}`).toString('base64'))],
    ['in base64 two further', asUtf8(asUtf8(`  ${sentence}`).toString('base64'))],
    ['in base64 for addresses', asUtf8(asUtf8(`x${sentence}`).toString('base64url'))],
    ['in base64 of UTF-16', asUtf8(wide(` ${sentence}`).toString('base64'))],
  ])('%s', (_, bytes) => {
    const noise = Buffer.alloc(100_003, 7);
    expect(scanBytes('memory', Buffer.concat([noise, bytes, noise]), probes)).not.toEqual([]);
  });

  it('wherever it is cut in two', () => {
    for (let cut = 0; cut <= text.body.length; cut += 1) {
      const pieces = [text.body.slice(0, cut), '\0\0page\0', text.body.slice(cut)];
      expect([cut, scanBytes('memory', asUtf8(pieces.join('')), probes).length > 0]).toEqual([cut, true]);
    }
  });

  it('in files of any depth, at the end of a big one, and in names', () => {
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    writeFileSync(join(folder, 'a', 'b', '.hidden'), `x${text.key}`);
    writeFileSync(join(folder, 'big'), Buffer.concat([Buffer.alloc(3 * 1024 ** 2 - 20), asUtf8(text.body)]));
    mkdirSync(join(folder, text.body));
    symlinkSync('/', join(folder, 'link'));
    const { files, bytes, hits } = scanFolders([folder], probes);
    expect([files, bytes]).toEqual([2, 1 + text.key.length + 3 * 1024 ** 2 - 20 + text.body.length]);
    const places = new Set(hits.map(({ where }) => where.replace(`${folder}/`, '')));
    expect([...places].sort()).toEqual(['a/b/.hidden', 'big', `name ${text.body}`]);
  });
});

describe('nothing is found', () => {
  it('where nothing is, and where another run planted', () => {
    writeFileSync(join(folder, 'other'), Object.values(createCanaries('key', 'body').text).join(' '));
    expect(scanFolders([folder, join(folder, '.')], probes).hits).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('processes', () => {
  const sleeper = `console.log('ready'); setTimeout(() => {}, 60_000)`;
  // its word comes backwards, so that only the child's environment holds it
  const parent = `
    const K = [...process.argv[1]].reverse().join('');
    require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(sleeper)}], { env: { K }, stdio: 'inherit' });
    setTimeout(() => {}, 60_000);`;
  const scan = ({ pid = 0 }: ChildProcess) => scanProcesses(processesOf(pid, folder), probes);

  type Given = { script?: string; word?: string; env?: NodeJS.ProcessEnv; file?: number };
  async function start({ script = sleeper, word = '', env = {}, file }: Given): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['-e', script, word], {
      env,
      stdio: ['ignore', 'pipe', file ?? 'ignore'],
    });
    await once(child.stdout as Readable, 'data');
    return child;
  }
  const end = (child: ChildProcess) => killHard(processesOf(child.pid ?? 0, folder));

  it('show a word in their arguments, their environment and deleted files, also those of their children', async () => {
    const path = join(folder, 'deleted');
    const file = openSync(path, 'w');
    writeSync(file, text.body);
    rmSync(path);
    const all = await Promise.all([
      start({}),
      start({ word: text.key }),
      start({ env: { K: text.key } }),
      start({ file }),
      start({ script: parent, word: [...text.key].reverse().join('') }),
    ]);
    const places = all.map((child) =>
      scan(child).hits.map(({ where }) => /^cmdline|^environ|\/fd\//.exec(where)?.[0]),
    );
    const pids = all.flatMap(({ pid = 0 }) => processesOf(pid, folder));
    await killHard(pids);
    expect(places.map((each) => [...new Set(each)])).toEqual([
      [],
      ['cmdline'],
      ['environ'],
      ['/fd/'],
      ['environ'],
    ]);
    expect([pids.length, all.flatMap(({ pid = 0 }) => processesOf(pid, folder))]).toEqual([6, []]);
  });

  it('do not count once they ended, though nobody waited for them', async () => {
    // what became of the shell knows nothing of its child
    const parent = spawn('sh', ['-c', 'sleep 0 & echo ready; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { pid = 0 } = parent;
    await once(parent.stdout, 'data');
    await expect.poll(() => processesOf(pid, folder)).toEqual([pid]);
    await end(parent);
  });

  it('are found by a word of their environment when they left their parent', async () => {
    const lonely = await start({ env: { TMPDIR: folder } });
    const found = processesOf(0, folder);
    await end(lonely);
    expect(found).toEqual([lonely.pid]);
  });
});
