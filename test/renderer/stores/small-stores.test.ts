import { describe, expect, it } from 'vitest';
import { createConnection } from '../../../renderer/stores/connection.ts';
import { createOutbox } from '../../../renderer/stores/outbox.ts';
import { createQuick } from '../../../renderer/stores/quick.ts';
import { readHash, writeHash } from '../../../renderer/stores/route.ts';
import { createSession } from '../../../renderer/stores/session.ts';
import { createSettings } from '../../../renderer/stores/settings.ts';
import { makeOutgoing } from '../../fakes/program-fixtures.ts';
import { createParts, refusal, settle } from './parts.ts';

describe('the session', () => {
  it('says why a key was refused, and forgets that at the next try', async () => {
    const { page, changes } = createParts();
    const session = createSession(page, changes);
    expect(await session.connect('wrong')).toBe(false);
    expect(session.refused.value).toMatchObject({
      call: 'session.connect',
      failure: { code: 'unauthorized', requestId: 'req_7f3a91c2' },
    });
    expect(await session.connect('hu_live_good')).toBe(true);
    expect(session.refused.value).toBeNull();
  });

  it('tries one key at a time', async () => {
    const { page, changes, calls } = createParts();
    const session = createSession(page, changes);
    await Promise.all([session.connect('a'), session.connect('b')]);
    expect(calls('session.connect')).toHaveLength(1);
  });
});

describe('the connection', () => {
  it('is "disconnected" while the program is away, whatever it said last', async () => {
    const { page, changes, program } = createParts();
    const connection = createConnection(page, changes, program);
    await settle();
    expect(connection.state.value).toBe('up-to-date');
    program.link.value = false;
    expect(connection.state.value).toBe('disconnected');
    program.world.connection = { ...program.world.connection, state: 'offline' };
    program.link.value = true;
    await settle();
    expect(connection.state.value).toBe('offline');
  });
});

describe('settings', () => {
  it('show at once, and go back and say why when they could not be kept', async () => {
    const { page, changes, program } = createParts();
    const told: string[] = [];
    const settings = createSettings(page, changes, ({ code }) => told.push(code));
    await settle();
    program.world.refuse.set('settings.set', refusal('store_full'));
    const setting = settings.set({ language: 'sv' });
    expect(settings.value.value?.language).toBe('sv');
    await setting;
    expect(settings.value.value?.language).toBe('system');
    expect(told).toEqual(['store_full']);
  });
});

describe('the outbox', () => {
  it('does one thing at a time with a reply', async () => {
    const { page, changes, program, calls } = createParts();
    program.world.outgoing = [makeOutgoing(0, { id: 'a', ticketId: 'tkt_vps', state: 'needs-user' })];
    const outbox = createOutbox(page, changes);
    await settle();
    program.world.delay.set('outbox.sendAgain', 10);
    await Promise.all([
      outbox.act('sendAgain', 'a'),
      outbox.act('sendAgain', 'a'),
      outbox.act('discard', 'a'),
    ]);
    expect(calls('outbox.sendAgain')).toHaveLength(1);
    expect(calls('outbox.discard')).toHaveLength(0);
  });

  it('keeps why an action failed, until it works', async () => {
    const { page, changes, program } = createParts();
    program.world.outgoing = [makeOutgoing(0, { id: 'a', ticketId: 'tkt_vps', state: 'needs-user' })];
    const outbox = createOutbox(page, changes);
    program.world.refuse.set('outbox.discard', refusal('store_full'));
    expect(await outbox.act('discard', 'a')).toBe(false);
    expect(outbox.problems.value.get('a')?.code).toBe('store_full');
    program.world.refuse.clear();
    expect(await outbox.act('discard', 'a')).toBe(true);
    expect(outbox.problems.value.size).toBe(0);
  });
});

describe('the quick-reply window', () => {
  it('starts with the ticket that the program names, and goes round those that need the user', async () => {
    const { page, changes } = createParts();
    const quick = createQuick(page, changes);
    await quick.start(null);
    await settle();
    expect(quick.ticketId.value).toBe('tkt_vps');
    const seen = [];
    for (let index = 0; index < quick.needing.value.length; index += 1) {
      const next = quick.step(1);
      if (next !== null) quick.show(next);
      seen.push(next);
    }
    expect(new Set(seen).size).toBe(quick.needing.value.length);
    expect(quick.ticketId.value).toBe('tkt_vps');
  });
});

describe('addresses of the page', () => {
  it.each([
    ['#/', { page: 'main', ticketId: null }],
    ['', { page: 'main', ticketId: null }],
    ['#/ticket/tkt_1', { page: 'main', ticketId: 'tkt_1' }],
    ['#/ticket/a%2Fb%20c', { page: 'main', ticketId: 'a/b c' }],
    ['#/ticket/%E0%A4%A', { page: 'main', ticketId: null }],
    ['#/quick', { page: 'quick', ticketId: null }],
    ['#/quick/tkt_1', { page: 'quick', ticketId: 'tkt_1' }],
    ['#/new', { page: 'new', ticketId: null }],
    ['#/nonsense/x', { page: 'main', ticketId: null }],
  ])('reads %s', (hash, route) => {
    expect(readHash(hash)).toEqual(route);
  });

  it('writes what it reads', () => {
    for (const ticketId of ['tkt_1', 'a/b c', 'å%']) {
      expect(readHash(writeHash({ page: 'quick', ticketId })).ticketId).toBe(ticketId);
      expect(readHash(writeHash({ page: 'main', ticketId })).ticketId).toBe(ticketId);
    }
  });
});
