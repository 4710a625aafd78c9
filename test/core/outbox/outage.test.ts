// After an outage: what waited because HostUp could not be reached goes out with the first look that succeeds.
import { afterEach, describe, expect, it } from 'vitest';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { theOnly } from '../../fakes/own-ids.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Offline for so long that the next try by itself is minutes away. */
async function afterLongOutage() {
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  const world = createWorldUnderTest({ api: { tickets: 0 }, wrap: faults.wrap });
  const { id: ticketId } = world.api.addTicket({ subject: 'VPS svarar inte', status: 'open' });
  const { app, page } = await world.signedIn();
  ends.push(
    () => app.stop(),
    () => world.remove(),
  );
  faults.setOffline(true);
  await page.call('reply.send', {
    id: 'reply-1',
    ticketId,
    text: 'på tåget',
    encrypted: false,
    reopen: false,
  });
  void page.call('ticket.create', {
    id: 'form-1',
    account: theOnly,
    departmentSlug: 'vps',
    subject: 'Allt är nere',
    message: 'Sedan i morse.',
    priority: 'critical',
    ccEmails: [],
    criticalReason: 'Butiken är nere.',
    service: null,
  });
  const waiting = async () => {
    const answer = await page.call('outbox.list', {});
    return answer.ok ? answer.value : [];
  };
  const soonest = async () =>
    Math.min(...(await waiting()).map(({ nextAttemptAt }) => nextAttemptAt ?? 0)) - world.clock.now();
  for (let tries = 0; tries < 100 && (tries < 40 || (await soonest()) < 60_000); tries += 1) {
    await world.clock.advance(15_000);
  }
  expect(await waiting()).toHaveLength(2);
  expect(await soonest()).toBeGreaterThan(60_000);
  return { ...world, app, page, faults, waiting, ticketId };
}

describe('after an outage', () => {
  it('everything goes out with the first look that succeeds, and once', async () => {
    const { app, api, clock, faults, waiting } = await afterLongOutage();
    faults.setOffline(false);
    app.wake('online');
    await clock.advance(8_000);
    expect(await waiting()).toEqual([]);
    expect(api.applied().map(({ message }) => message)).toEqual(['på tåget']);
    await clock.advance(600_000);
    expect(api.applied()).toHaveLength(1);
    expect(api.tickets().filter(({ subject }) => subject === 'Allt är nere')).toHaveLength(1);
  });

  it('"Check now" sends what waits, also where the list of tickets is not answered', async () => {
    const { api, clock, page, faults, waiting } = await afterLongOutage();
    faults.setOffline(false);
    faults.add('GET', /\/tickets\?/, { kind: 'answer', status: 503 }, 20);
    await page.call('sync.now', {});
    await clock.advance(5_000);
    expect(api.applied()).toHaveLength(1);
    expect((await waiting()).map(({ kind }) => kind)).not.toContain('reply');
  });

  it('a pause that HostUp asked for is sat out all the same', async () => {
    const { api, clock, page, faults, waiting } = await afterLongOutage();
    faults.setOffline(false);
    const pause = { kind: 'answer', status: 429, headers: { 'retry-after': '120' } } as const;
    faults.add('POST', /\/messages$/, pause);
    await page.call('sync.now', {});
    await clock.advance(20_000);
    expect(await waiting()).toMatchObject([{ id: 'reply-1', reason: { code: 'rate_limited' } }]);
    await page.call('sync.now', {});
    await clock.advance(60_000);
    expect(api.applied()).toEqual([]);
    await clock.advance(180_000);
    expect(api.applied()).toHaveLength(1);
  });
});
