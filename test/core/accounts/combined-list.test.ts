// The list of several accounts has the order that one big list of the same tickets has, in every sort and window.
import { afterAll, describe, expect, it } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../../electron/adapters/stores.ts';
import type { Input } from '../../../electron/contract/calls.ts';
import { priorities, statuses } from '../../../electron/contract/model.ts';
import { type Listed, listOfAll } from '../../../electron/core/accounts/combined-list.ts';
import type { StoredTicket } from '../../../electron/core/records.ts';
import { wholeFrom } from '../../fakes/random.ts';
import { aTicket, morning } from '../../fakes/records.ts';

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

function anAccount(id: string): Listed {
  const opened = createStores({ folder: '', open: openBetter }).open(id, null);
  if (!opened.ok) throw new Error(opened.code);
  const { cache, outbox } = opened.value;
  ends.push(cache.close, outbox.close);
  return { id, cache, drafts: outbox };
}

/** Few different times, so that many tickets are equal and the order of the accounts decides. */
function randomTicket(random: (below: number) => number, id: string): StoredTicket {
  const one = <T>(list: readonly T[]) => list[random(list.length)] as T;
  const moment = () => (random(12) === 0 ? null : morning - random(20) * 60_000);
  return aTicket({
    id,
    number: random(15) === 0 ? `LEG-${id}` : String(1_000 + random(60)),
    subject: one(['Mejl studsar', 'Disken är full', 'Mejl kommer inte fram', null]),
    status: one(statuses),
    priority: one(priorities),
    departmentSlug: one(['vps', 'billing', 'hosting']),
    createdAt: moment(),
    updatedAt: moment(),
    lastMessageAt: moment(),
    turn: one(['you', 'hostup', 'none'] as const),
    turnSince: moment(),
    unread: random(3),
    goneAt: random(20) === 0 ? morning : null,
  });
}

/** Accounts of very different sizes, and one that has all their tickets. */
function scene(seed: number, sizes: readonly number[]) {
  const random = wholeFrom(seed);
  const big = anAccount('big');
  const accounts = sizes.map((size, index) => {
    const account = anAccount(`acc${index}`);
    for (let n = 0; n < size; n += 1) {
      const ticket = randomTicket(random, `t${index}-${n}`);
      const mark = { ticketId: ticket.id, muted: false, hidden: random(9) === 0, snooze: null };
      for (const { cache, drafts } of [account, big]) {
        cache.putTicket(ticket);
        if (n % 7 === 0) drafts.putMark({ ...mark, pinned: n % 14 === 0 });
        if (n % 5 === 0)
          drafts.putDraft({ ticketId: ticket.id, text: 'x', encrypted: false, savedAt: 1, seenUpTo: null });
      }
    }
    return account;
  });
  return { big, accounts };
}

type ListInput = Input<'tickets.list'>;
const idsOf = (accounts: readonly Listed[], input: ListInput) => {
  const { total, rows } = listOfAll(accounts, input, morning);
  return { total, ids: rows.map(({ id }) => id.slice(id.indexOf('/') + 1)) };
};

const sorts = [undefined, 'activity', 'turn', 'created', 'priority', 'number'] as const;
const views = ['all', 'open', 'needs-you', 'waiting', 'closed', 'drafts'] as const;

describe.each([
  [1, [40, 3, 0, 25]],
  [2, [30, 30, 30]],
  [3, [0, 1]],
  [4, [1, 60]],
])('seed %i, accounts of %j tickets', (seed, sizes) => {
  const { big, accounts } = scene(seed, sizes);

  it.each(sorts)('is in the order of one big list, sorted by %s', (sort) => {
    for (const view of views) {
      const input = { view, offset: 0, limit: 200, ...(sort ? { sort } : {}) };
      expect(idsOf(accounts, input)).toEqual(idsOf([big], input));
    }
  });

  it.each(sorts)('shows any window of it, sorted by %s', (sort) => {
    const all = { view: 'all' as const, ...(sort ? { sort } : {}) };
    const whole = idsOf([big], { ...all, offset: 0, limit: 200 });
    for (let offset = 0; offset <= whole.total + 1; offset += 1) {
      for (const limit of [0, 1, 7]) {
        const expected = { total: whole.total, ids: whole.ids.slice(offset, offset + limit) };
        expect(idsOf(accounts, { ...all, offset, limit })).toEqual(expected);
      }
    }
  });

  it('searches and narrows in all of them', () => {
    for (const more of [
      { query: 'mejl', sort: 'activity' as const },
      { query: 'is:pinned' },
      { query: 'disk', departments: ['vps', 'billing'], sort: 'number' as const },
      { hidden: true },
      { statuses: ['open' as const, 'answered' as const] },
    ]) {
      const input = { view: 'all' as const, offset: 0, limit: 200, ...more };
      expect(idsOf(accounts, input)).toEqual(idsOf([big], input));
    }
  });
});

describe('a search without a sort', () => {
  it('has the ticket with that number first, whose account it may be', () => {
    const accounts = ['a', 'b', 'c'].map(anAccount);
    accounts.forEach(({ cache }, index) => {
      for (let n = 0; n < 8; n += 1) {
        const subject = n === 3 ? 'Fel 1502 i loggen, fel 1502 igen, 1502' : 'Disken är full';
        cache.putTicket(aTicket({ id: `t${n}`, number: String(1_500 + n + 10 * index), subject }));
      }
    });
    expect(listOfAll(accounts, { view: 'all', query: '1502', offset: 0, limit: 1 }, morning)).toMatchObject({
      total: 4,
      rows: [{ id: 'a/t2', accountId: 'a', number: '1502' }],
    });
    const third = { view: 'all', query: '1521', offset: 0, limit: 50 } as const;
    expect(listOfAll(accounts, third, morning).rows[0]).toMatchObject({ id: 'c/t1', number: '1521' });
  });

  it('has the best of each account first, however many one account has', () => {
    const accounts = [20, 3].map((count, index) => {
      const account = anAccount(`acc${index}`);
      for (let n = 0; n < count; n += 1)
        account.cache.putTicket(
          aTicket({ id: `t${n}`, subject: n % 2 === 0 ? 'Faktura' : 'Fel på min faktura' }),
        );
      return account;
    });
    const { rows } = listOfAll(accounts, { view: 'all', query: 'faktura', offset: 0, limit: 6 }, morning);
    const of = rows.map(({ accountId }) => accountId);
    expect(of.filter((id) => id === 'acc1')).toHaveLength(3);
  });

  it('gives every match once, whatever the windows', () => {
    const { accounts } = scene(5, [30, 20, 10]);
    const search = { view: 'all' as const, query: 'mejl' };
    const whole = idsOf(accounts, { ...search, offset: 0, limit: 200 });
    const pieces = Array.from(
      { length: Math.ceil(whole.total / 5) },
      (_, n) => idsOf(accounts, { ...search, offset: n * 5, limit: 5 }).ids,
    ).flat();
    expect(pieces).toEqual(whole.ids);
    expect(new Set(pieces).size).toBe(whole.total);
  });
});
