// A full disk, as a customer meets it: what was answered with "done" is done, nothing goes out twice, and the program
// goes on by itself once there is room.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { OpenDatabase } from '../../electron/adapters/sqlite-driver.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import type { HttpRequest } from '../../electron/core/ports.ts';
import { createFaultyHttp } from '../fakes/faulty-http.ts';
import { createDisk } from '../fakes/full-disk.ts';
import { createWorldUnderTest, type Program } from '../fakes/program-under-test.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
  const disk = createDisk(openBetter);
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  const shown: string[] = [];
  let [beforeRequest, onShow, canOpen] = [(_request: HttpRequest) => {}, () => {}, true];
  const open: OpenDatabase = (...input) => {
    if (!canOpen) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    return disk.open(...input);
  };
  const world = createWorldUnderTest({
    api: { tickets: 0 },
    ports: {
      stores: createStores({ folder, open }),
      notifier: {
        async show({ text }) {
          shown.push(text);
          onShow();
          return 'shown';
        },
        withdraw: () => {},
        inPage: () => [],
      },
    },
    wrap(http) {
      const faulty = faults.wrap(http);
      return {
        ...faulty,
        request(request) {
          beforeRequest(request);
          return faulty.request(request);
        },
      };
    },
  });
  ends.push(() => rmSync(folder, { recursive: true, force: true }), world.remove);
  const ticketId = world.api.addTicket({ subject: 'VPS svarar inte' }).id;
  let program: Program = await world.signedIn();
  ends.push(() => program.app.stop());
  const page = () => program.page;
  const thread = async () => {
    const answer = await page().call('thread.get', { ticketId, limit: 100 });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  return {
    ...world,
    disk,
    faults,
    shown,
    ticketId,
    page,
    thread,
    fill: () => disk.fillAt(1, 'statement', true),
    fillAfterShowing: () => {
      onShow = () => disk.fillAt(1, 'statement', true);
    },
    refuseToOpen: (refuse: boolean) => {
      canOpen = !refuse;
    },
    fillAtPost: () => {
      beforeRequest = ({ method, path }) => {
        if (method === 'POST' && path.endsWith('/messages')) disk.fillAt(1, 'statement', true);
      };
    },
    send: (text: string) =>
      page().call('reply.send', { id: text, ticketId, text, encrypted: false, reopen: false }),
    state: async () => (await thread()).outgoing[0]?.state,
    applied: () => world.api.applied().map(({ message }) => message),
    async problem() {
      const answer = await page().call('connection.get', {});
      return answer.ok ? answer.value.problem?.code : answer.code;
    },
    async restart() {
      await program.app.stop();
      program = await world.start();
    },
  };
}

describe('on a full disk', () => {
  it('refuses a reply and leaves the draft where it was', async () => {
    const world = await setUp();
    await world.page().call('draft.save', { ticketId: world.ticketId, text: 'Hej', encrypted: false });
    world.fill();
    expect(await world.send('Hej!')).toMatchObject({ ok: false, code: 'store_full' });
    world.disk.empty();
    await world.clock.advance(60_000);
    expect(await world.thread()).toMatchObject({ draft: { text: 'Hej' }, outgoing: [] });
    expect(world.applied()).toEqual([]);
  });

  it('says why a reply waits, and sends it once there is room', async () => {
    const world = await setUp();
    world.faults.setOffline(true);
    await world.send('Hej');
    world.fill();
    world.faults.setOffline(false);
    await world.clock.advance(60_000);
    expect(world.applied()).toEqual([]);
    expect(await world.problem()).toBe('store_full');
    world.disk.empty();
    await world.clock.advance(60_000);
    expect(await world.state()).toBe('sent');
    expect(world.applied()).toEqual(['Hej']);
    expect(await world.problem()).toBeUndefined();
  });

  it('knows a reply as sent once that can be written down', async () => {
    const world = await setUp();
    world.fillAtPost();
    await world.send('Hej');
    await world.clock.advance(20_000);
    expect(await world.state()).toBe('sending');
    world.disk.empty();
    await world.clock.advance(20_000);
    expect(await world.state()).toBe('sent');
    expect(world.applied()).toEqual(['Hej']);
  });

  it('sends again what was certainly not applied, once that can be written down', async () => {
    const world = await setUp();
    world.fillAtPost();
    world.faults.add('POST', /messages$/, { kind: 'answer', status: 429, headers: { 'retry-after': '5' } });
    await world.send('Hej');
    await world.clock.advance(20_000);
    world.fillAtPost();
    world.disk.empty();
    await world.clock.advance(20_000);
    world.disk.empty();
    await world.clock.advance(20_000);
    expect(await world.state()).toBe('sent');
    expect(world.applied()).toEqual(['Hej']);
  });

  it('starts with a reply in doubt, and finds it instead of sending it again', async () => {
    const world = await setUp();
    world.fillAtPost();
    await world.send('Hej');
    await world.clock.advance(5_000);
    await world.restart();
    expect(await world.page().call('session.get', {})).toMatchObject({ value: { state: 'signed-in' } });
    world.disk.empty();
    await world.clock.advance(60_000);
    expect(await world.state()).toBe('sent');
    expect(world.applied()).toEqual(['Hej']);
  });

  it('opens the account by itself once there is room', async () => {
    const world = await setUp();
    world.refuseToOpen(true);
    await world.restart();
    expect(await world.page().call('session.get', {})).toMatchObject({
      value: { state: 'signed-out', problem: { code: 'store_full' } },
    });
    world.refuseToOpen(false);
    await world.clock.advance(30_000);
    expect(await world.page().call('session.get', {})).toMatchObject({
      value: { state: 'signed-in', problem: null },
    });
  });

  it('takes a reply though its notification cannot be taken back', async () => {
    const world = await setUp();
    world.api.staffReply(world.ticketId, 'Fungerar den nu?');
    await world.clock.advance(120_000);
    expect(world.shown).toHaveLength(1);
    // the row, the draft and the commit go through; the ledger does not
    world.disk.fillAt(4, 'statement', true);
    expect(await world.send('Ja')).toMatchObject({ ok: true });
    world.disk.empty();
    await world.clock.advance(20_000);
    expect(world.applied()).toEqual(['Ja']);
  });

  it('tells what is new once, though the ledger cannot be written', async () => {
    const world = await setUp();
    world.api.staffReply(world.ticketId, 'Den är uppe igen.');
    world.fillAfterShowing();
    await world.clock.advance(600_000);
    expect(world.shown).toHaveLength(1);
    world.disk.empty();
    await world.clock.advance(600_000);
    await world.restart();
    await world.clock.advance(60_000);
    expect(world.shown).toHaveLength(1);
  });
});
