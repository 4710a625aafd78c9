// kill -9 in the middle of writing: what was committed is there, and nothing needs repair.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { aKey, anAccount, drivers, temporaryFolder } from '../fakes/account.ts';
import { typed } from '../fakes/search.ts';

const kills = 20;

/** Runs the writer, kills it after it wrote for that long, and answers what it said it had committed. */
async function killedWriter(driver: string, folder: string, round: number, ms: number): Promise<string[]> {
  const writer = spawn(
    process.execPath,
    [join(import.meta.dirname, 'stores-writer.ts'), driver, folder, `${round}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  writer.stdout.on('data', (piece) => {
    said += piece;
  });
  await once(writer.stdout, 'data');
  await wait(ms);
  writer.kill('SIGKILL');
  await once(writer, 'close');
  // a line that was cut off was not said
  return said.split('\n').slice(0, -1);
}

describe.each(drivers)('a program that is killed while it writes (%s)', (driver, open) => {
  it(`loses nothing committed, ${kills} times`, { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const account = anAccount(open, folder);
    const committed: string[] = [];
    for (let round = 0; round < kills; round++) {
      const ms = Math.random() * 60;
      const said = await killedWriter(driver, folder, round, ms);
      expect(said.length).toBeGreaterThan(0);
      committed.push(...said);
      account.use(({ cache, outbox, warnings }) => {
        expect(warnings).toEqual([]);
        for (const line of said) {
          const [where, id = ''] = line.split(' ');
          if (where === 'outbox') expect(outbox.get(id)?.text).toBe(`Svar ${id}`);
          else expect([cache.ticket(id)?.subject, cache.countMessages(id)]).toEqual([`Ärende ${id}`, 2]);
        }
        const last = said.findLast((line) => line.startsWith('outbox'))?.split(' ')[1];
        const draft = Number(outbox.draft('tkt_1')?.text.split('-')[1]);
        expect(draft).toBeGreaterThanOrEqual(Number(last?.split('-')[1]));
      });
    }
    account.use(({ cache, outbox }) => {
      const tickets = committed.filter((line) => line.startsWith('cache'));
      expect(cache.countPresent()).toBeGreaterThanOrEqual(tickets.length);
      expect(cache.countPresent()).toBeLessThanOrEqual(tickets.length + kills);
      // index and tables agree: every ticket is found by its words
      expect(cache.list({ view: 'all', ...typed('ärende'), offset: 0, limit: 0 }).total).toBe(
        cache.countPresent(),
      );
      expect(outbox.open().length).toBeGreaterThanOrEqual(committed.length - tickets.length);
    });
    for (const path of [account.cachePath, account.outboxPath]) {
      const db = open(path, aKey);
      expect(db.pragma('integrity_check')).toBe('ok');
      db.close();
    }
  });
});
