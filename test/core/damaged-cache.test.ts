// A cache with a damaged page, met wherever a test wants it: what can be fetched again must not hold up what cannot.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { OpenDatabase } from '../../electron/adapters/sqlite-driver.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import { createWorldUnderTest, type Program } from '../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function setUp() {
  let damaged: RegExp | null = null;
  const meet = <T>(sql: string, work: () => T): T => {
    if (damaged?.test(sql)) throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' });
    return work();
  };
  const open: OpenDatabase = (path, key, options) => {
    const db = openBetter(path, key, options);
    // the one that was put aside took its damage with it
    if (path.endsWith('cache.db.new')) damaged = null;
    if (!path.endsWith('cache.db')) return db;
    return {
      ...db,
      prepare(sql) {
        const prepared = db.prepare(sql);
        return {
          run: (params) => meet(sql, () => prepared.run(params)),
          get: (params) => meet(sql, () => prepared.get(params)),
          all: (params) => meet(sql, () => prepared.all(params)),
        };
      },
    };
  };
  const folder = mkdtempSync(join(tmpdir(), 'damaged-cache-'));
  const world = createWorldUnderTest({
    api: { tickets: 0 },
    ports: { stores: createStores({ folder, open }) },
  });
  ends.push(() => rmSync(folder, { recursive: true, force: true }), world.remove);
  const ticketId = world.api.addTicket({ subject: 'VPS svarar inte' }).id;
  let program: Program = await world.signedIn();
  ends.push(() => program.app.stop());
  const restart = async () => {
    await program.app.stop();
    program = await world.start();
    await world.clock.advance(2_000);
  };
  return {
    ...world,
    ticketId,
    restart,
    page: () => program.page,
    damage: (statements: RegExp) => {
      damaged = statements;
    },
    send: (text: string) =>
      program.page.call('reply.send', { id: text, ticketId, text, encrypted: false, reopen: false }),
    async session() {
      const answer = await program.page.call('session.get', {});
      if (!answer.ok) throw new Error(answer.code);
      return answer.value;
    },
  };
}

describe('a damaged cache', () => {
  it('that is met at the first question is replaced at once, and that is said', async () => {
    const world = await setUp();
    world.damage(/FROM meta WHERE/);
    await world.restart();
    expect(await world.session()).toMatchObject({
      state: 'signed-in',
      problem: null,
      warnings: [{ code: 'store_broken' }],
    });
    const listed = await world.page().call('tickets.list', { view: 'all', offset: 0, limit: 10 });
    expect(listed).toMatchObject({ value: { total: 1 } });
  });

  it('does not hold up a reply', async () => {
    const world = await setUp();
    world.damage(/messages/);
    expect(await world.send('Hej')).toMatchObject({ ok: true });
    await world.clock.advance(5_000);
    expect(world.api.applied().map(({ message }) => message)).toEqual(['Hej']);
    const unsent = await world.page().call('outbox.list', {});
    expect(unsent).toEqual({ ok: true, value: [] });
  });

  it('shows as a problem, and looking goes on', async () => {
    const world = await setUp();
    world.damage(/tickets/);
    await world.clock.advance(600_000);
    const connection = await world.page().call('connection.get', {});
    expect(connection).toMatchObject({ value: { state: 'error', problem: { code: 'store_broken' } } });
    const before = world.requests();
    await world.clock.advance(3_600_000);
    expect(world.requests()).toBeGreaterThan(before);
    await world.restart();
    expect((await world.session()).warnings).toMatchObject([{ code: 'store_broken' }]);
  });
});
