// The whole core over real HTTP with the stand-in, and a folder that files are saved to.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { nodeFiles } from '../../../electron/adapters/files.ts';
import { createHttp } from '../../../electron/adapters/http.ts';
import type { Download } from '../../../electron/contract/download.ts';
import type { Files } from '../../../electron/core/files-port.ts';
import type { Ports } from '../../../electron/core/ports.ts';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import { quietLog } from '../../adapters/quiet-log.ts';
import { createWorldUnderTest, type Program } from '../../fakes/program-under-test.ts';
import { createTestServer } from '../../server/server.ts';
import { until as untilWith } from './until.ts';

export type Source = { readonly ticketId: string; readonly messageId: string; readonly attachmentId: string };

/** @param end told what to do when the test is over */
export async function createFilesStage(end: (work: () => unknown) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'hostup-files-'));
  const saved = join(folder, 'saved');
  mkdirSync(saved);
  const disk: { files: Files; no: boolean; hesitates: Promise<unknown> | null } = {
    files: nodeFiles({
      home: folder,
      askWhere: async (name) => (disk.no ? null : join(saved, name)),
      reveal: () => true,
    }),
    no: false,
    hesitates: null,
  };
  const ports: { -readonly [K in keyof Ports]?: Ports[K] } = {};
  const world = createWorldUnderTest({ folder, ports });
  const server = await createTestServer({ api: world.api });
  end(() => server.close());
  const real = disk.files;

  async function start(): Promise<Program> {
    ports.http = createHttp({ baseUrl: new URL(server.url), env: {}, log: quietLog() });
    ports.files = {
      ...real,
      create: (target) => disk.files.create(target),
      reopen: (target) => disk.files.reopen(target),
    };
    const askWhere = async (name: string) => {
      await disk.hesitates;
      return disk.no ? null : join(saved, name);
    };
    ports.files = { ...ports.files, askWhere };
    const program = await world.start();
    end(() => program.app.stop());
    return program;
  }

  end(() => rmSync(folder, { recursive: true, force: true }));

  const until = <T>(what: string, ask: () => Promise<T | null | false | undefined>): Promise<T> =>
    untilWith(world.clock, what, ask);
  const program = await start();
  await program.page.call('session.connect', { apiKey: DEMO_KEY });

  async function list(from: Program = program): Promise<readonly Download[]> {
    const answer = await from.page.call('downloads.list', {});
    return answer.ok ? answer.value : [];
  }

  return {
    world,
    server,
    disk,
    program,
    until,
    list,
    start,
    files: () => readdirSync(saved).sort(),
    /** those that are not whole, by their whole names */
    unfinished: () => readdirSync(saved).filter((name) => unfinishedName.test(name)),
    read: (name: string) => readFileSync(join(saved, name)),
    folder: saved,
    /** the one download, as soon as it is in that state */
    become: (state: Download['state'], from: Program = program) =>
      until(`a download that is ${state}`, async () => (await list(from)).find((row) => row.state === state)),
    /** an attachment of that name, once its conversation is here */
    source: (filename: string): Promise<Source> =>
      until(`the attachment ${filename}`, async () => {
        const tickets = await program.page.call('tickets.list', { view: 'all', offset: 0, limit: 200 });
        for (const { id: ticketId } of tickets.ok ? tickets.value.rows : []) {
          const thread = await program.page.call('thread.get', { ticketId, limit: 100 });
          for (const { id: messageId, attachments } of thread.ok ? thread.value.messages : []) {
            const file = attachments.find((known) => known.filename === filename);
            if (file) return { ticketId, messageId, attachmentId: file.id };
          }
        }
        return null;
      }),
    /** the bytes as HostUp has them */
    async bytes({ attachmentId }: Source): Promise<Buffer> {
      const all = world.api.tickets().flatMap((ticket) => [ticket, ...ticket.messages]);
      const url = all
        .flatMap(({ attachments }) => attachments)
        .find(({ id }) => id === attachmentId)?.downloadUrl;
      const headers = { authorization: `Bearer ${DEMO_KEY}` };
      const answer = await world.api.handle({ method: 'GET', path: url ?? '', headers, body: null });
      return Buffer.from(answer.body);
    },
  };
}

const unfinishedName = /\.[0-9a-f]{8}\.part$/;

export type FilesStage = Awaited<ReturnType<typeof createFilesStage>>;

/** The name of a text file in the demo's tickets. */
export const logFile = 'mysql-error.log';
export const attachmentPath = '/support/attachments/';

async function createSaving(end: (work: () => unknown) => void) {
  const stage = await createFilesStage(end);
  const source = await stage.source(logFile);
  const save = () => stage.program.page.call('attachment.save', source);
  return {
    stage,
    source,
    save,
    /** what is to be saved, as HostUp has it */
    whole: await stage.bytes(source),
    on: (name: `downloads.${'cancel' | 'resume' | 'show' | 'dismiss'}`, id: string) =>
      stage.program.page.call(name, { id }),
    /** a download that broke off in the middle */
    async broken() {
      stage.server.faults.add({ kind: 'truncate', path: attachmentPath });
      await save();
      return stage.become('broken');
    },
  };
}

/** A stage for each test, with an attachment to save. What is in it is another one in each test. */
export function useSaving(): Awaited<ReturnType<typeof createSaving>> {
  const here = {} as Awaited<ReturnType<typeof createSaving>>;
  const ends: (() => unknown)[] = [];
  beforeEach(async () => {
    Object.assign(here, await createSaving((work) => ends.push(work)));
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  return here;
}
