// Searching through the whole program: operators against real marks, drafts, departments and dates; and waiting times.
import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../electron/contract/calls.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

const hour = 3_600_000;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function setUp() {
  const world = createWorldUnderTest({ api: { tickets: 0 } });
  ends.push(() => world.remove());
  const now = world.clock.now();
  const add = (subject: string, body: string, daysAgo: number, departmentSlug: string) =>
    world.api.addTicket({ subject, body, departmentSlug, createdAt: now - daysAgo * 24 * hour }).id;
  const mail = add('E-post når inte fram', 'Breven studsar sedan i går', 400, 'hosting');
  const bill = add('Fakturan är fel', 'Momsen är räknad två gånger', 40, 'billing');
  const slow = add('Långsam sajt', 'Allt tar lång tid', 2, 'hosting');
  world.api.staffReply(mail, 'Nu studsar inget mer', { at: now - 400 * 24 * hour + 2 * hour });
  world.api.customerReply(mail, 'Tack!', { at: now - 400 * 24 * hour + 3 * hour });
  world.api.staffReply(mail, 'Varsågod', { at: now - 400 * 24 * hour + 3.5 * hour });
  world.api.staffReply(bill, 'Lösenord: sommar', { at: now - 39 * 24 * hour, encrypted: true });
  world.api.closeTicket(bill);
  const { app, page } = await world.signedIn();
  ends.push(() => app.stop());
  await world.clock.advance(60_000);
  async function list(input: Partial<Input<'tickets.list'>>) {
    const answer = await page.call('tickets.list', { view: 'all', offset: 0, limit: 50, ...input });
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.value.total).toBe(answer.value.rows.length);
    return answer.value.rows;
  }
  const short: Record<string, string> = { [mail]: 'mail', [bill]: 'bill', [slow]: 'slow' };
  const find = async (query: string, more: Partial<Input<'tickets.list'>> = {}) =>
    (await list({ query, ...more }))
      .map(({ id }) => short[id])
      .sort()
      .join(' ');
  return { ...world, page, list, find, mail, bill, slow };
}

describe('searching', () => {
  it('says how many of too many words were not looked for', async () => {
    const { page } = await setUp();
    const words = 'breven studsar sedan i går '.repeat(4);
    const ask = async (query: string) =>
      page.call('tickets.list', { view: 'all', query, offset: 0, limit: 5 });
    expect(await ask(words)).toMatchObject({ ok: true, value: { total: 1, leftOut: 4 } });
    expect(await ask('breven studsar')).toEqual({ ok: true, value: { total: 1, rows: [expect.anything()] } });
  });

  it('understands operators in both languages', async () => {
    const { find, page, mail, slow } = await setUp();
    await page.call('tickets.mark', { ticketIds: [mail], pinned: true, snooze: { until: 'reply' } });
    await page.call('tickets.mark', { ticketIds: [slow], muted: true, hidden: true });
    await page.call('draft.save', { ticketId: slow, text: 'Hej', encrypted: false });
    for (const [query, expected] of [
      ['studsar', 'mail'],
      ['studsar from:staff', 'mail'],
      ['sedan from:staff', ''],
      ['sedan från:mig', 'mail'],
      ['from:staff', 'bill mail'],
      ['is:closed', 'bill'],
      ['är:öppen', 'mail slow'],
      ['is:encrypted', 'bill'],
      ['sommar', ''],
      ['is:pinned', 'mail'],
      ['-is:pinned is:open', 'slow'],
      ['är:tystad', 'slow'],
      ['is:snoozed', 'mail'],
      ['is:pinned is:muted', ''],
      ['is:hidden', 'slow'],
      ['is:draft', 'slow'],
      ['dept:bill', 'bill'],
      ['avd:hos', 'mail slow'],
      ['dept:nowhere', ''],
      ['status:closed', 'bill'],
      // closing it was activity, too
      ['after:2026-04', 'bill slow'],
      ['före:2026-04-01', 'mail'],
      ['before:2026-04-01 after:2026-01-01', ''],
      ['"studsar sedan"', 'mail'],
      ['"sedan studsar"', ''],
      ['är -moms', 'bill'],
      ['lang', 'slow'],
      ['låNG', 'slow'],
    ] as const)
      expect(await find(query), query).toBe(expected);
  });

  it('keeps the filters of the page, and both must hold', async () => {
    const { find, list, mail, bill, slow } = await setUp();
    expect(await find('status:closed', { statuses: ['open'] })).toBe('');
    expect(await find('dept:hosting', { departments: ['billing', 'hosting'], statuses: ['closed'] })).toBe(
      '',
    );
    expect(await find('', { department: 'billing', departments: ['hosting'] })).toBe('bill mail slow');
    expect((await list({ sort: 'created' })).map(({ id }) => id)).toEqual([slow, bill, mail]);
    expect((await list({ sort: 'number' })).map(({ id }) => id)).toEqual([slow, bill, mail]);
  });

  it('says what it found, only when it searched', async () => {
    const { list } = await setUp();
    const [found] = await list({ query: 'from:staff studsar' });
    expect(found?.match).toEqual({ field: 'message', text: 'Nu studsar inget mer', ranges: [[3, 10]] });
    expect((await list({ query: 'is:closed' }))[0]?.match).toBeNull();
    for (const row of await list({})) expect(row).not.toHaveProperty('match');
  });
});

describe('waiting times', () => {
  it('come from the conversations, by department and by the hour where the user is', async () => {
    const { page, clock, slow } = await setUp();
    const waiting = async (input: Input<'stats.waiting'>) => {
      const asking = page.call('stats.waiting', input);
      await clock.advance(0);
      return asking;
    };
    const answer = await waiting({ timeZone: 'Europe/Stockholm' });
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.value.departments).toMatchObject([
      { slug: 'billing', first: { n: 1, median: 24 * hour }, next: null },
      { slug: 'hosting', first: { n: 1, median: 2 * hour }, next: { n: 1, median: hour / 2 } },
    ]);
    const answers = (kind: 'first' | 'next') =>
      answer.value.byHour.reduce((sum, hour) => sum + (hour[kind]?.n ?? 0), 0);
    expect([answer.value.byHour.length, answers('first'), answers('next')]).toEqual([24, 2, 1]);
    const one = await waiting({ timeZone: 'UTC', department: 'billing' });
    expect(one).toMatchObject({ value: { departments: [{ slug: 'billing' }] } });
    expect(await page.call('stats.ticket', { ticketId: slow })).toMatchObject({
      value: { slug: 'hosting', next: { n: 1, median: hour / 2 } },
    });
    expect(await page.call('stats.ticket', { ticketId: 'unknown' })).toMatchObject({ code: 'not_found' });
    expect(await page.call('stats.waiting', { timeZone: 'Mars/Base' })).toMatchObject({
      code: 'invalid_request',
    });
  });

  it('are fresh within a minute of a new answer', async () => {
    const { page, clock, api, slow } = await setUp();
    const waits = async () => {
      const answer = await page.call('stats.ticket', { ticketId: slow });
      return answer.ok ? answer.value.first?.n : answer.code;
    };
    expect(await waits()).toBe(1);
    api.staffReply(slow, 'Nu går det fort');
    await clock.advance(5 * 60_000);
    expect(await waits()).toBe(2);
  });
});
