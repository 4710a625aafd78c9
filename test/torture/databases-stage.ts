// A program with a full account, its files as a quit or a crash leaves them, and what was in its outbox.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createFaultyHttp } from '../fakes/faulty-http.ts';
import { createWorldUnderTest, type Program } from '../fakes/program-under-test.ts';

/** A draft or a reply that was not over yet. */
export type Kept = {
  readonly from: 'drafts' | 'outgoing';
  readonly rowid: number;
  /** ticket of a draft, id of a reply */
  readonly key: string;
  readonly text: string;
  readonly encrypted: number;
};

export type Stage = Awaited<ReturnType<typeof createStage>>;

export const databaseKey = '0123456789abcdef'.repeat(4);

/** @param crashed the files are those of a program that was killed: with -wal and -shm */
export async function createStage(crashed: boolean) {
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  const world = createWorldUnderTest({
    api: { tickets: 8 },
    wrap: faults.wrap,
    ports: { newDatabaseKey: () => new Secret(databaseKey) },
  });
  const tickets = Array.from({ length: 6 }, (_, n) => world.api.addTicket({ subject: `Ärende ${n}` }).id);
  const [first = ''] = tickets;
  const quiet = world.api.addTicket({ subject: 'Ett ärende utan svar' }).id;
  let program: Program = await world.signedIn();
  const home = join(world.folder, 'accounts', world.settings().accounts[0]?.id ?? '');
  const [cache, outbox] = [join(home, 'cache.db'), join(home, 'outbox.db')];
  const texts: string[] = [];

  async function send(ticketId: string, encrypted = false): Promise<void> {
    const text = `Svar ${texts.length} åäö. ${'Det här står också i det. '.repeat(30 * (texts.length % 4))}`;
    texts.push(text);
    const id = `reply-${texts.length}`;
    await program.page.call('reply.send', { id, ticketId, text, encrypted, reopen: false });
  }

  for (const ticketId of tickets) await send(ticketId);
  await world.clock.advance(5_000);
  faults.add('POST', /messages$/, { kind: 'applied-then-lost' });
  await send(first);
  await world.clock.advance(0);
  faults.setOffline(true);
  for (const [n, ticketId] of tickets.entries()) await send(ticketId, n % 3 === 0);
  for (const [n, ticketId] of tickets.entries()) {
    const text = `Utkast ${n}. ${'Inte färdigt. '.repeat(60 * n)}`;
    await program.page.call('draft.save', { ticketId, text, encrypted: n % 2 === 0 });
  }
  await world.clock.advance(5_000);

  const copy = join(world.folder, 'copy');
  cpSync(home, copy, { recursive: true });
  await program.app.stop();
  const kept = readKept(outbox);
  if (crashed) {
    rmSync(home, { recursive: true });
    cpSync(copy, home, { recursive: true });
  }
  rmSync(copy, { recursive: true });
  faults.setOffline(false);

  return {
    world,
    /** a ticket without any reply or draft */
    quiet,
    tickets,
    /** texts of all replies, each of its own */
    texts,
    home,
    cache,
    outbox,
    kept,
    page: () => program.page,
    async start(): Promise<void> {
      program = await world.start();
    },
    stop: () => program.app.stop(),
  };
}

function readKept(path: string): Kept[] {
  const db = openBetter(path, new Secret(databaseKey));
  try {
    const rows = db.prepare(
      `SELECT 'drafts' AS "from", rowid, ticketId AS "key", text, encrypted FROM drafts
       UNION ALL SELECT 'outgoing', rowid, id, text, encrypted FROM outgoing
       WHERE state NOT IN ('sent', 'discarded')`,
    );
    return rows.all() as unknown as Kept[];
  } finally {
    db.close();
  }
}
