// What came while the machine slept or the program was not running is told in one notification, and told once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../../electron/demo/api.ts';
import { createFaultyHttp } from '../../fakes/faulty-http.ts';
import { createWorldUnderTest, type Program } from '../../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function setUp(tickets = 3) {
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  let slowly = { path: /^$/, ms: 0 };
  const world = createWorldUnderTest({
    api: { tickets: 0 },
    wrap: (http) => {
      const inner = faults.wrap(http);
      return {
        ...inner,
        async request(request) {
          const { path, ms } = slowly;
          if (path.test(request.path)) await new Promise<void>((go) => void world.clock.after(ms, go));
          return inner.request(request);
        },
      };
    },
  });
  ends.push(() => world.remove());
  const ids = Array.from(
    { length: tickets },
    (_, index) => world.api.addTicket({ subject: `Ärende ${index}` }).id,
  );
  const ended = async (program: Program) => {
    ends.push(() => program.app.stop());
    return program;
  };
  const { app } = await ended(await world.signedIn());
  await world.clock.advance(5_000);
  return {
    ...world,
    faults,
    app,
    ids,
    start: async () => ended(await world.start()),
    slow: (path: RegExp, ms: number) => {
      slowly = { path, ms };
    },
  };
}
const detail = /\/tickets\/tkt_/;

describe('after a wake', () => {
  it('whose first looks find no network there is one summary all the same', async () => {
    const { app, api, clock, faults, ids, shown } = await setUp();
    clock.jump(8 * 3_600_000);
    for (const id of ids) api.staffReply(id, 'Svar i natt');
    faults.setOffline(true);
    app.wake('resume');
    await clock.advance(20_000);
    faults.setOffline(false);
    app.wake('online');
    await clock.advance(60_000);
    expect(shown.map(({ title }) => title)).toEqual(['3 new replies from HostUp']);
  });

  it('that reads half of what is new and loses the network tells all of it in one', async () => {
    const { app, api, clock, faults, ids, shown } = await setUp(6);
    clock.jump(8 * 3_600_000);
    for (const id of ids) api.staffReply(id, 'Svar i natt');
    for (const id of ids.slice(0, 3)) faults.add('GET', new RegExp(id), { kind: 'lost' });
    app.wake('resume');
    await clock.advance(120_000);
    expect(shown.map(({ title }) => title)).toEqual(['6 new replies from HostUp']);
  });

  it('tells what could be read before long, though the rest stays out of reach', async () => {
    const { app, api, clock, faults, ids, shown } = await setUp(6);
    clock.jump(8 * 3_600_000);
    for (const id of ids) api.staffReply(id, 'Svar i natt');
    for (const id of ids.slice(0, 3)) faults.add('GET', new RegExp(id), { kind: 'lost' }, 1_000);
    app.wake('resume');
    await clock.advance(15 * 60_000);
    expect(shown.map(({ title }) => title)).toEqual(['3 new replies from HostUp']);
  });

  it('that comes in the middle of a look tells in one what that look and the next one find', async () => {
    const { app, api, clock, ids, shown, slow } = await setUp(5);
    for (const id of ids.slice(0, 2)) api.staffReply(id, 'Svar före natten');
    slow(/limit=100/, 200);
    app.wake('asked');
    await clock.advance(100);
    clock.jump(8 * 3_600_000);
    for (const id of ids.slice(2)) api.staffReply(id, 'Svar i natt');
    app.wake('resume');
    await clock.advance(60_000);
    expect(shown.map(({ title }) => title)).toEqual(['5 new replies from HostUp']);
  });

  it('a look that the user asks for first makes no difference', async () => {
    const { app, api, clock, ids, shown } = await setUp();
    clock.jump(8 * 3_600_000);
    for (const id of ids) api.staffReply(id, 'Svar i natt');
    app.wake('resume');
    app.wake('asked');
    await clock.advance(60_000);
    expect(shown.map(({ title }) => title)).toEqual(['3 new replies from HostUp']);
  });

  it('a hundred changed conversations are read in one look', async () => {
    const { app, api, clock, ids, shown } = await setUp(100);
    await clock.advance(30 * 60_000);
    clock.jump(20 * 86_400_000);
    for (const id of ids) api.staffReply(id, 'Svar i semestern');
    app.wake('resume');
    await clock.advance(10_000);
    expect(shown.map(({ title }) => title)).toEqual(['100 new replies from HostUp']);
  });
});

describe('a reply from HostUp', () => {
  it('that crosses one from here was not read, and is told', async () => {
    const { app, api, clock, ids, shown, start } = await setUp();
    await app.stop();
    const { page } = await start();
    await clock.advance(5_000);
    api.staffReply(ids[0] ?? '', 'Svar som ingen har sett');
    await page.call('reply.send', {
      id: 'r1',
      ticketId: ids[0] ?? '',
      text: 'Är ni där?',
      encrypted: false,
      reopen: false,
    });
    await clock.advance(660_000);
    expect(api.applied()).toHaveLength(1);
    expect(shown.map(({ text }) => text)).toEqual([expect.stringContaining('Svar som ingen har sett')]);
  });
});

describe('after a restart', () => {
  it('that has no network at first there is one summary all the same', async () => {
    const { app, api, clock, faults, ids, shown, start } = await setUp();
    await app.stop();
    for (const id of ids) api.staffReply(id, 'Svar i natt');
    faults.setOffline(true);
    await start();
    await clock.advance(7_000);
    faults.setOffline(false);
    await clock.advance(60_000);
    expect(shown.map(({ title }) => title)).toEqual(['3 new replies from HostUp']);
  });

  it('single replies are single again once all is told', async () => {
    const { app, api, clock, ids, shown, start } = await setUp();
    await app.stop();
    await start();
    await clock.advance(5_000);
    for (const id of ids) api.staffReply(id, 'Svar');
    await clock.advance(660_000);
    expect(shown).toHaveLength(3);
  });
});

describe('a key that is refused while a reply goes out', () => {
  it('shows as signed out wherever the page looks', async () => {
    const { api, clock, faults, ids, start, app } = await setUp();
    await app.stop();
    const { page } = await start();
    await clock.advance(5_000);
    faults.add('GET', detail, { kind: 'answer', status: 401 });
    await page.call('reply.send', {
      id: 'r1',
      ticketId: ids[0] ?? '',
      text: 'Hej',
      encrypted: false,
      reopen: false,
    });
    await clock.advance(5_000);
    expect(await page.call('session.get', {})).toMatchObject({ value: { state: 'signed-out' } });
    expect(await page.call('connection.get', {})).toMatchObject({ value: { state: 'signed-out' } });
    expect(api.applied()).toEqual([]);
  });
});

describe('a new key', () => {
  it('ends the old one’s refusal at once, though HostUp is slow', async () => {
    const { app, clock, faults, start, slow } = await setUp();
    await app.stop();
    const { page } = await start();
    await clock.advance(5_000);
    faults.add('GET', /limit=100/, { kind: 'answer', status: 401 });
    await page.call('sync.now', {});
    await clock.advance(1_000);
    expect(await page.call('connection.get', {})).toMatchObject({ value: { state: 'signed-out' } });
    slow(/limit=100/, 20_000);
    await page.call('session.connect', { apiKey: DEMO_KEY });
    await clock.advance(5_000);
    expect(await page.call('connection.get', {})).toMatchObject({ value: { state: 'syncing' } });
    await clock.advance(20_000);
    expect(await page.call('connection.get', {})).toMatchObject({ value: { state: 'up-to-date' } });
  });
});

describe('a pause', () => {
  it('shows with its end, whatever request was refused, and after a restart too', async () => {
    const { api, app, clock, faults, ids, start, requests } = await setUp();
    await app.stop();
    const { app: second, page } = await start();
    await clock.advance(5_000);
    faults.add('GET', /departments/, { kind: 'answer', status: 429, headers: { 'retry-after': '600' } });
    await page.call('tickets.departments', {});
    const shown = {
      value: { state: 'paused', problem: { code: 'rate_limited', retryAt: clock.now() + 600_000 } },
    };
    expect(await page.call('connection.get', {})).toMatchObject(shown);
    await second.stop();
    const { page: later } = await start();
    const before = requests();
    await clock.advance(60_000);
    expect(await later.call('connection.get', {})).toMatchObject(shown);
    expect(requests()).toBe(before);
    api.staffReply(ids[0] ?? '', 'Svar');
    await clock.advance(545_000);
    expect(await later.call('connection.get', {})).toMatchObject({ value: { state: 'up-to-date' } });
  });

  it('outlives the cache', async () => {
    const { app, clock, faults, folder, settings, start, requests } = await setUp();
    faults.add('GET', /limit=100/, { kind: 'answer', status: 429, headers: { 'retry-after': '3000' } });
    await clock.advance(660_000);
    await app.stop();
    const home = join(folder, 'accounts', settings().accounts[0]?.id ?? '');
    writeFileSync(join(home, 'cache.db'), Buffer.alloc(8_192, 7));
    const before = requests();
    const { page } = await start();
    await clock.advance(10_000);
    expect(await page.call('session.get', {})).toMatchObject({
      value: { warnings: [{ code: 'store_broken' }] },
    });
    expect(await page.call('connection.get', {})).toMatchObject({ value: { state: 'paused' } });
    expect(requests()).toBe(before);
  });

  it('counts for a key that is typed meanwhile, too', async () => {
    const { app, clock, faults, start, requests } = await setUp();
    await app.stop();
    const { page } = await start();
    await clock.advance(5_000);
    faults.add('GET', /departments/, { kind: 'answer', status: 429, headers: { 'retry-after': '600' } });
    await page.call('tickets.departments', {});
    const before = requests();
    for (const apiKey of ['another-key', 'a-third-key'])
      expect(await page.call('session.connect', { apiKey })).toMatchObject({ code: 'rate_limited' });
    expect(requests()).toBe(before);
  });
});

describe('a page that waits for HostUp while the customer signs out', () => {
  it('is told so, and nothing is logged as a bug', async () => {
    const { api, app, bugs, clock, ids, start, slow } = await setUp();
    await app.stop();
    const { page } = await start();
    await clock.advance(5_000);
    api.staffReply(ids[0] ?? '', 'Svar');
    slow(detail, 3_000);
    await page.call('sync.now', {});
    await clock.advance(100);
    const opened = page.call('thread.open', { ticketId: ids[0] ?? '' });
    await clock.advance(100);
    await page.call('session.signOut', {});
    await clock.advance(10_000);
    expect(await opened).toMatchObject({ ok: false, code: 'no_key' });
    expect(bugs).toEqual([]);
  });
});
