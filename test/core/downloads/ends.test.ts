// What ends a download before its time: refusals, full disks, the user, signing out.
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FileError } from '../../../electron/core/files-port.ts';
import { attachmentPath, logFile, useSaving } from './stage.ts';

const here = useSaving();

describe('refusals', () => {
  it.each([
    ['forbidden', { status: 403 }],
    ['not_found', { status: 404 }],
    ['rate_limited', { status: 429, headers: { 'retry-after': '1' } }],
    ['server_error', { status: 500 }],
  ])('are told (%s), and trying again works', async (code, answer) => {
    here.stage.server.faults.add({ kind: 'status', path: attachmentPath, ...answer });
    await here.save();
    const row = await here.stage.become('broken');
    expect(row).toMatchObject({ reason: { code }, received: 0 });
    await here.stage.world.clock.advance(120_000);
    await here.on('downloads.resume', row.id);
    await here.stage.become('done');
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
  });

  it('of a file that is gone leave nothing behind, also after the row is taken away', async () => {
    here.stage.server.faults.add({ kind: 'status', path: attachmentPath, status: 404 });
    await here.save();
    const row = await here.stage.become('broken');
    expect(here.stage.unfinished()).toEqual([]);
    expect(await here.on('downloads.cancel', row.id)).toEqual({ ok: true, value: null });
    expect(await here.stage.list()).toEqual([]);
  });

  it('sign the account out when the key is refused', async () => {
    here.stage.server.faults.add({ kind: 'status', path: attachmentPath, status: 401 });
    await here.save();
    await here.stage.become('broken');
    const session = await here.stage.program.page.call('session.get', {});
    expect(session).toMatchObject({ value: { state: 'signed-out', problem: { code: 'unauthorized' } } });
  });

  it('of a full disk keep what fits, and the rest comes once there is room', async () => {
    const real = here.stage.disk.files;
    let room = 100;
    const full = () => Promise.reject(new FileError('store_full'));
    const narrow = <T extends { write: unknown } | null>(part: T): T =>
      part && {
        ...part,
        write: (bytes: Uint8Array, at: number) => {
          room -= bytes.byteLength;
          return room < 0 ? full() : (part.write as (b: Uint8Array, a: number) => Promise<number>)(bytes, at);
        },
      };
    here.stage.disk.files = {
      ...real,
      create: async (target) => narrow(await real.create(target)),
      reopen: async (target) => narrow(await real.reopen(target)),
    };
    await here.save();
    const { id } = await here.stage.become('broken');
    expect((await here.stage.list())[0]).toMatchObject({ reason: { code: 'store_full' } });
    here.stage.disk.files = real;
    await here.on('downloads.resume', id);
    await here.stage.become('done');
    expect(here.stage.read(logFile).equals(here.whole)).toBe(true);
  });

  it('of a folder that is gone are told at once', async () => {
    rmSync(here.stage.folder, { recursive: true });
    expect(await here.save()).toMatchObject({ ok: false, code: 'file_not_saved' });
    expect(await here.stage.list()).toEqual([]);
  });
});

describe('cancelling', () => {
  it('ends a request that hangs, and leaves nothing', async () => {
    here.stage.server.faults.add({ kind: 'hang', path: attachmentPath });
    await here.save();
    const { id } = await here.stage.become('running');
    await here.stage.until('a request', async () =>
      here.stage.server.log().some(({ fault }) => fault === 'hang'),
    );
    const started = performance.now();
    expect(await here.on('downloads.cancel', id)).toEqual({ ok: true, value: null });
    // at once, and not only when the request would have ended by itself
    expect(performance.now() - started).toBeLessThan(8_000);
    expect([await here.stage.list(), here.stage.files()]).toEqual([[], []]);
  });

  it('removes what came of a broken one', async () => {
    const { id } = await here.broken();
    await here.on('downloads.cancel', id);
    expect([await here.stage.list(), here.stage.files()]).toEqual([[], []]);
  });

  it('is too late for a finished one, which stays', async () => {
    await here.save();
    const { id } = await here.stage.become('done');
    expect(await here.on('downloads.cancel', id)).toMatchObject({ code: 'conflict' });
    expect(here.stage.files()).toEqual([logFile]);
  });

  it('in the very moment in which the file gets its name leaves nothing', async () => {
    const real = here.stage.disk.files;
    const goOn = Promise.withResolvers<void>();
    let isNamed = false;
    const slow = <T extends { finish(): Promise<string> } | null>(part: T): T =>
      part && {
        ...part,
        async finish() {
          const target = await part.finish();
          isNamed = true;
          await goOn.promise;
          return target;
        },
      };
    here.stage.disk.files = { ...real, reopen: async (target) => slow(await real.reopen(target)) };
    await here.save();
    const { id } = await here.stage.become('running');
    await here.stage.until('its name', async () => isNamed);
    expect(here.stage.files()).toEqual([logFile]);
    const cancelled = here.on('downloads.cancel', id);
    await here.stage.until('the cancelling', async () => (await here.stage.list()).length === 0);
    goOn.resolve();
    expect(await cancelled).toEqual({ ok: true, value: null });
    expect([await here.stage.list(), here.stage.files()]).toEqual([[], []]);
  });

  it.each(['downloads.cancel', 'downloads.resume', 'downloads.show', 'downloads.dismiss'] as const)(
    'and the like know only what is there: %s',
    async (name) => {
      expect(await here.on(name, 'no-such')).toMatchObject({ ok: false, code: 'not_found' });
    },
  );
});

describe('signing out', () => {
  it('removes every unfinished file and keeps the finished ones', async () => {
    await here.save();
    await here.stage.become('done');
    await here.broken();
    here.stage.server.faults.add({ kind: 'hang', path: attachmentPath });
    await here.save();
    await here.stage.until('a request', async () =>
      here.stage.server.log().some(({ fault }) => fault === 'hang'),
    );
    expect(here.stage.files()).toHaveLength(3);
    expect(await here.stage.program.page.call('session.signOut', {})).toMatchObject({ ok: true });
    expect(here.stage.files()).toEqual([logFile]);
    expect(await here.stage.list()).toEqual([]);
  });
});

describe('saying where', () => {
  const answers = {
    attachment: () => here.save(),
    export: () => {
      const { ticketId } = here.source;
      return here.stage.program.page.call('ticket.export', {
        ticketId,
        format: 'markdown',
        timeZone: 'Europe/Stockholm',
      });
    },
  };
  it.each(['attachment', 'export'] as const)('only after signing out saves nothing: %s', async (what) => {
    const question = Promise.withResolvers<void>();
    here.stage.disk.hesitates = question.promise;
    const answer = answers[what]();
    expect(await here.stage.program.page.call('session.signOut', {})).toMatchObject({ ok: true });
    question.resolve();
    expect(await answer).toEqual({ ok: true, value: { id: null } });
    expect(here.stage.files()).toEqual([]);
  });
});

describe('a picture', () => {
  it('is shown by what it is, not by what it is called', async () => {
    const picture = await here.stage.source('övervakning-app-01.png');
    const bytes = await here.stage.bytes(picture);
    const preview = (of: typeof picture) =>
      here.stage.program.page.call('attachment.preview', { ...of, piece: 0 });
    expect(await preview(picture)).toEqual({
      ok: true,
      value: { mimeType: 'image/png', base64: bytes.toString('base64'), pieces: 1 },
    });
    expect(await preview(here.source)).toMatchObject({ code: 'refused' });
    expect(here.stage.files()).toEqual([]);
  });
});
