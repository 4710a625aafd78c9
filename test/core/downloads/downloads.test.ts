// Saving attachments over real HTTP to real files, and everything that goes wrong on the way.
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentPath, logFile, useSaving } from './stage.ts';

const here = useSaving();
function removeUnfinished(): void {
  for (const name of here.stage.unfinished()) rmSync(join(here.stage.folder, name));
}

describe('saving', () => {
  it('writes the file under its name, and says where it is and how large', async () => {
    expect(await here.save()).toEqual({ ok: true, value: { id: expect.any(String) } });
    const row = await here.stage.become('done');
    expect(row).toMatchObject({
      ...here.source,
      filename: logFile,
      received: here.whole.length,
      total: here.whole.length,
      place: `~/saved/${logFile}`,
      reason: null,
    });
    expect(here.stage.files()).toEqual([logFile]);
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
    expect(await here.on('downloads.show', row.id)).toEqual({ ok: true, value: null });
    expect(await here.on('downloads.dismiss', row.id)).toEqual({ ok: true, value: null });
    expect([await here.stage.list(), here.stage.files()]).toEqual([[], [logFile]]);
  });

  it('writes over nothing that is there', async () => {
    writeFileSync(join(here.stage.folder, logFile), 'mine');
    mkdirSync(join(here.stage.folder, 'mysql-error (2).log'));
    await here.save();
    await here.stage.become('done');
    expect(here.stage.files()).toEqual(['mysql-error (2).log', 'mysql-error (3).log', logFile]);
    expect(here.stage.read(logFile).toString()).toBe('mine');
    expect(here.stage.read('mysql-error (3).log').equals(here.whole)).toBe(true);
  });

  it('writes over nothing that appears meanwhile', async () => {
    const { id } = await here.broken();
    writeFileSync(join(here.stage.folder, logFile), 'mine');
    await here.on('downloads.resume', id);
    expect(await here.stage.become('done')).toMatchObject({ filename: 'mysql-error (2).log' });
    expect(here.stage.read(logFile).toString()).toBe('mine');
    expect(here.stage.read('mysql-error (2).log').equals(here.whole)).toBe(true);
  });

  it('takes two of one name at a time', async () => {
    await Promise.all([here.save(), here.save()]);
    await here.stage.until('both', async () =>
      (await here.stage.list()).every(({ state }) => state === 'done'),
    );
    expect(here.stage.files()).toEqual(['mysql-error (2).log', logFile]);
  });

  it('does nothing when the user says no, and knows no other attachments', async () => {
    here.stage.disk.no = true;
    expect(await here.save()).toEqual({ ok: true, value: { id: null } });
    expect([await here.stage.list(), here.stage.files()]).toEqual([[], []]);
    here.stage.disk.no = false;
    for (const wrong of [{ attachmentId: 'tatt_x' }, { messageId: 'tmsg_x' }]) {
      const answer = await here.stage.program.page.call('attachment.save', { ...here.source, ...wrong });
      expect(answer).toMatchObject({ ok: false, code: 'not_found' });
    }
  });

  it('leaves places for looks and replies, however many files come', async () => {
    here.stage.server.faults.add({ kind: 'hang', path: attachmentPath, times: Number.POSITIVE_INFINITY });
    for (let count = 0; count < 6; count += 1) await here.save();
    const { attachmentId } = here.source;
    await here.stage.until(
      'the first two',
      async () => here.stage.server.log().filter(({ path }) => path.includes(attachmentId)).length === 2,
    );
    here.stage.server.clearLog();
    await here.stage.program.page.call('sync.now', {});
    await here.stage.until('a look', async () =>
      here.stage.server.log().some(({ path, status }) => path.includes('/tickets') && status === 200),
    );
    expect(here.stage.server.log().filter(({ path }) => path.includes(attachmentPath))).toEqual([]);
    for (const { id } of await here.stage.list()) await here.on('downloads.cancel', id);
    expect(here.stage.files()).toEqual([]);
  });
});

describe('a broken connection', () => {
  it('leaves what came, and the rest is fetched later', async () => {
    const row = await here.broken();
    expect(row).toMatchObject({ reason: { code: 'connection_lost' }, total: here.whole.length });
    expect(row.received).toBeGreaterThan(0);
    expect(here.stage.files()).toEqual([expect.stringMatching(/^mysql-error\.log\.[0-9a-f]{8}\.part$/)]);
    here.stage.server.clearLog();
    await here.on('downloads.resume', row.id);
    await here.stage.become('done');
    expect(here.stage.files()).toEqual([logFile]);
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
    expect(here.stage.server.log().filter(({ path }) => path.includes(attachmentPath))).toMatchObject([
      { status: 206 },
    ]);
  });

  it('starts over where the server sends the whole file again', async () => {
    const { id } = await here.broken();
    here.stage.server.faults.add({
      kind: 'status',
      path: attachmentPath,
      status: 200,
      headers: { 'content-type': 'text/plain', 'content-length': String(here.whole.length) },
      body: here.whole.toString(),
    });
    await here.on('downloads.resume', id);
    await here.stage.become('done');
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
  });

  it.each([
    [
      'another length',
      (at: number) => ({ status: 206, headers: { 'content-range': `bytes ${at}-${at + 4}/99999` } }),
    ],
    [
      'another place',
      (at: number) => ({
        status: 206,
        headers: { 'content-range': `bytes ${at + 7}-${at + 11}/${here.whole.length}` },
      }),
    ],
    [
      'another one of the same length',
      (at: number) => ({
        status: 206,
        headers: {
          'content-range': `bytes ${at}-${at + 4}/${here.whole.length}`,
          etag: '"another"',
        },
      }),
    ],
    ['nothing behind what is there', () => ({ status: 416 })],
  ])('starts over where the file has become another: %s', async (_name, answer) => {
    const row = await here.broken();
    here.stage.server.faults.add({
      kind: 'status',
      path: attachmentPath,
      body: 'other',
      ...answer(row.received),
    });
    await here.on('downloads.resume', row.id);
    await here.stage.become('done');
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
  });

  it('does not take a part without a place', async () => {
    const row = await here.broken();
    here.stage.server.faults.add({ kind: 'status', path: attachmentPath, status: 206, body: 'other' });
    await here.on('downloads.resume', row.id);
    expect(
      await here.stage.until('a refusal', async () =>
        (await here.stage.list()).find(({ reason }) => reason?.code === 'bad_answer'),
      ),
    ).toMatchObject({
      state: 'broken',
      received: row.received,
    });
  });

  it('goes on after a restart, and knows where', async () => {
    const row = await here.broken();
    await here.stage.program.app.stop();
    const again = await here.stage.start();
    const found = await here.stage.become('broken', again);
    expect(found).toEqual({ ...row, reason: null });
    await again.page.call('downloads.resume', { id: found.id });
    await here.stage.become('done', again);
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
  });

  it('is over when the program ends in the middle, and goes on afterwards', async () => {
    here.stage.server.faults.add({ kind: 'hang', path: attachmentPath });
    await here.save();
    await here.stage.until('a request', async () =>
      here.stage.server.log().some(({ fault }) => fault === 'hang'),
    );
    await here.stage.program.app.stop();
    expect(here.stage.files()).toEqual(here.stage.unfinished());
    const again = await here.stage.start();
    const { id } = await here.stage.become('broken', again);
    await again.page.call('downloads.resume', { id });
    await here.stage.become('done', again);
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
  });

  it('starts over where the unfinished file is gone, and forgets it after a restart', async () => {
    const { id } = await here.broken();
    removeUnfinished();
    await here.on('downloads.resume', id);
    await here.stage.become('done');
    expect(here.stage.files()).toEqual([logFile]);
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
    await here.broken();
    removeUnfinished();
    await here.stage.program.app.stop();
    const again = await here.stage.start();
    await here.stage.world.clock.advance(1_000);
    expect(await here.stage.list(again)).toEqual([]);
  });

  it('mends what somebody wrote behind the end of an unfinished file', async () => {
    const { id } = await here.broken();
    const [unfinished = ''] = here.stage.unfinished();
    appendFileSync(join(here.stage.folder, unfinished), Buffer.alloc(here.whole.length));
    await here.on('downloads.resume', id);
    await here.stage.become('done');
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
  });

  it('takes no file of somebody else for its own', async () => {
    const foreign = `${logFile}.part`;
    writeFileSync(join(here.stage.folder, foreign), 'foreign bytes');
    const { id } = await here.broken();
    removeUnfinished();
    await here.on('downloads.resume', id);
    await here.stage.become('done');
    expect(here.stage.files()).toEqual([logFile, foreign]);
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
    expect(here.stage.read(foreign).toString()).toBe('foreign bytes');
  });

  it('leaves two of one name apart, also where the first one is gone for a while', async () => {
    const first = await here.broken();
    removeUnfinished();
    here.stage.server.faults.add({ kind: 'truncate', path: attachmentPath });
    await here.save();
    const second = await here.stage.until('the second', async () =>
      (await here.stage.list()).find(({ id, state }) => id !== first.id && state === 'broken'),
    );
    expect([first.filename, second.filename]).toEqual([logFile, 'mysql-error (2).log']);
    await here.on('downloads.cancel', first.id);
    expect(here.stage.unfinished()).toHaveLength(1);
    await here.on('downloads.resume', second.id);
    expect(await here.stage.become('done')).toMatchObject({ filename: 'mysql-error (2).log' });
    expect(here.stage.read('mysql-error (2).log').equals(here.whole)).toBe(true);
  });
});
