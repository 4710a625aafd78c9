// Two customers in one program: neither waits for the other, and each is heard of by its name.
import { afterEach, describe, expect, it } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../../electron/adapters/stores.ts';
import type { OpenStores } from '../../../electron/core/ports.ts';
import { StoreError } from '../../../electron/core/records.ts';
import type { Program } from '../../fakes/program-under-test.ts';
import { type Agency, ask, offline, twoAlike } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const setUp = () => twoAlike(ends);

/** Stores whose conversations cannot be read in these accounts. */
function storesThatFail(unreadable: ReadonlySet<string>): OpenStores {
  const stores = createStores({ folder: '', open: openBetter });
  return {
    ...stores,
    open(id) {
      const opened = stores.open(id, null);
      if (!opened.ok) return opened;
      const { cache } = opened.value;
      const spoken: typeof cache.spoken = (...asked) => {
        if (unreadable.has(id)) throw new StoreError('store_broken');
        return cache.spoken(...asked);
      };
      return { ok: true, value: { ...opened.value, cache: { ...cache, spoken } } };
    },
  };
}

describe('looking', () => {
  it('of one account does not wait for another whose answers never come', async () => {
    const { agency, program, a, b } = await setUp();
    agency.stuck.add('key-b');
    await agency.clock.advance(600_000);
    const looks = (key: string) =>
      agency.asked.filter((one) => one.key === key && one.path.startsWith('/api/v2/support/tickets?')).length;
    expect(looks('key-b')).toBe(1);
    expect(looks('key-a')).toBeGreaterThan(5);
    const [inA, inB] = [
      await ask(program, 'connection.get', { account: a }),
      await ask(program, 'connection.get', { account: b }),
    ];
    expect(agency.clock.now() - (inA.checkedAt ?? 0)).toBeLessThan(120_000);
    expect(agency.clock.now() - (inB.checkedAt ?? 0)).toBeGreaterThan(500_000);
    const whole = await ask(program, 'connection.get', {});
    expect(whole).toMatchObject({ state: 'syncing', checkedAt: inB.checkedAt });
  });

  it('says the worst of all', async () => {
    const { agency, program, b } = await setUp();
    agency.trouble.set('key-b', offline);
    await agency.clock.advance(180_000);
    expect(await ask(program, 'connection.get', {})).toMatchObject({
      state: 'offline',
      problem: { code: 'offline' },
    });
    await ask(program, 'account.signOut', { accountId: b });
    expect(await ask(program, 'connection.get', {})).toMatchObject({ state: 'up-to-date', problem: null });
  });
});

describe('waiting times', () => {
  it('leave out an account that cannot be read, and say which', async () => {
    const unreadable = new Set<string>();
    const { agency, program, a, b, ticketId } = await twoAlike(ends, { stores: storesThatFail(unreadable) });
    for (const key of ['key-a', 'key-b']) agency.customer(key).staffReply(ticketId, 'Klart nu');
    await agency.clock.advance(120_000);
    const waits = async (account?: string) => {
      const asking = program.page.call('stats.waiting', { timeZone: 'UTC', ...(account ? { account } : {}) });
      await agency.clock.advance(0);
      return asking;
    };
    const answers = async () => {
      const answer = await waits();
      if (!answer.ok) return answer.code;
      const n = answer.value.departments.reduce(
        (sum, one) => sum + (one.first?.n ?? 0) + (one.next?.n ?? 0),
        0,
      );
      return { n, missing: answer.value.missing };
    };
    const both = await answers();
    expect(both).toEqual({ n: expect.any(Number), missing: [] });
    const { n } = both as { n: number };
    expect(n).toBeGreaterThan(0);
    unreadable.add(b);
    await agency.clock.advance(120_000);
    agency.customer('key-b').staffReply(ticketId, 'Nu då');
    agency.customer('key-a').staffReply(ticketId, 'Nu då');
    await agency.clock.advance(120_000);
    expect(await answers()).toEqual({ n: n / 2, missing: [b] });
    expect(await waits(b)).toMatchObject({ ok: false, code: 'store_broken' });
    expect(await waits(a)).toMatchObject({ ok: true, value: { missing: [] } });
    unreadable.add(a);
    agency.customer('key-a').staffReply(ticketId, 'Och nu?');
    await agency.clock.advance(120_000);
    expect(await answers()).toBe('store_broken');
  });
});

describe('notifications', () => {
  const titles = (agency: Agency) => agency.shown.map(({ title }) => title);
  const clicked = async (agency: Agency, program: Program) => {
    const shown: unknown[] = [];
    const stop = program.page.on('show', ({ ticketId }) => shown.push(ticketId));
    program.app.notificationClicked(agency.shown.at(-1)?.id ?? '');
    stop();
    return shown;
  };

  it('name the account, and a click opens its ticket', async () => {
    const { agency, program, b, ticketId, inB } = await setUp();
    agency.customer('key-b').staffReply(ticketId, 'Klart nu');
    await agency.clock.advance(120_000);
    expect(agency.shown).toMatchObject([{ accountId: b, ticketId: inB }]);
    expect(titles(agency)[0]).toMatch(/ · Kund 2$/);
    expect(await clicked(agency, program)).toEqual([inB]);
  });

  it('come for the other account’s ticket while the one with the same id is in front', async () => {
    const { agency, program, ticketId, inA, inB } = await setUp();
    await ask(program, 'window.looking', { ticketId: inA, focused: true });
    agency.customer('key-a').staffReply(ticketId, 'A');
    agency.customer('key-b').staffReply(ticketId, 'B');
    await agency.clock.advance(120_000);
    expect(agency.shown.map((notice) => notice.ticketId)).toEqual([inB]);
  });

  it('name no account where there is only one', async () => {
    const { agency, program, a, ticketId } = await setUp();
    await ask(program, 'account.signOut', { accountId: a });
    await agency.clock.advance(1_000);
    agency.customer('key-b').staffReply(ticketId, 'Klart nu');
    await agency.clock.advance(120_000);
    expect(titles(agency)).toHaveLength(1);
    expect(titles(agency)[0]).not.toContain('Kund 2');
  });
});
