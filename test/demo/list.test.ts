import { describe, expect, it } from 'vitest';
import type { DemoOrder } from '../../electron/demo/types.ts';
import { asList, asProblem, createStage, find, pointers, start, tickets, walk } from './client.ts';

describe('the list of tickets', () => {
  it('ends with hasMore false and no cursor', async () => {
    const stage = createStage();
    const page = asList(await stage.get(`${tickets}?limit=100`));
    expect(page.data).toHaveLength(stage.api.tickets().length);
    expect(page).toMatchObject({ hasMore: false, nextCursor: null });
  });

  it('is empty for an account without tickets', async () => {
    const page = await createStage({ tickets: 0 }).get(tickets);
    expect(page).toMatchObject({ status: 200, json: { data: [], hasMore: false, nextCursor: null } });
  });

  it('has no second page when the first one is exactly full', async () => {
    const page = asList(await createStage({ tickets: 100 }).get(`${tickets}?limit=100`));
    expect(page).toMatchObject({ hasMore: false, nextCursor: null });
  });

  it.each(['0', '101', '-1', '1.5', 'ten', '', '99999'])('refuses limit=%s', async (limit) => {
    const answer = await createStage().get(`${tickets}?limit=${limit}`);
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(['/limit']);
  });

  it('names every wrong parameter', async () => {
    const answer = await createStage().get(
      `${tickets}?limit=0&status=unknown&departmentSlug=tech&cursor=nonsense`,
    );
    expect(asProblem(answer).code).toBe('invalid_request');
    expect(pointers(answer)).toEqual(['/limit', '/status', '/departmentSlug', '/cursor']);
  });

  it('refuses a cursor of another filter', async () => {
    const stage = createStage();
    const { nextCursor } = asList(await stage.get(`${tickets}?limit=1`));
    const answer = await stage.get(`${tickets}?limit=1&status=closed&cursor=${nextCursor}`);
    expect(pointers(answer)).toEqual(['/cursor']);
  });

  it('filters by status and department', async () => {
    const stage = createStage();
    const all = stage.api.tickets();
    const closed = await walk(stage, 'limit=2&status=closed');
    const vps = await walk(stage, 'limit=2&departmentSlug=vps');
    const both = await walk(stage, 'limit=2&status=closed&departmentSlug=vps');
    expect(closed.length).toBe(all.filter(({ status }) => status === 'closed').length);
    expect(vps.length).toBe(all.filter(({ departmentSlug }) => departmentSlug === 'vps').length);
    expect(both.map(({ status, departmentSlug }) => `${status} ${departmentSlug}`)).toEqual(['closed vps']);
  });

  it('moves a ticket to another filter at once', async () => {
    const stage = createStage({ tickets: 50 });
    const before = (await walk(stage, 'limit=50&status=closed')).length;
    stage.api.closeTicket(find(stage, ({ status }) => status === 'open').id);
    expect(await walk(stage, 'limit=50&status=closed')).toHaveLength(before + 1);
  });
});

describe('paging through 10,000 tickets', () => {
  it.each<DemoOrder>(['recent', 'oldest', 'number', 'shuffled'])(
    'gives each once, order %s',
    async (order) => {
      const stage = createStage({ tickets: 10_000, order });
      const all = await walk(stage, 'limit=100');
      expect(all).toHaveLength(10_000);
      expect(new Set(all.map(({ id }) => id)).size).toBe(10_000);
    },
  );

  it('is quick to create and to serve', async () => {
    // time of this process, not of the clock: other work on the machine is no slowness of ours
    const milliseconds = (since: NodeJS.CpuUsage) => process.cpuUsage(since).user / 1_000;
    const before = process.cpuUsage();
    const stage = createStage({ tickets: 10_000 });
    expect(milliseconds(before)).toBeLessThan(1000);
    await stage.get(`${tickets}?limit=100`);
    const started = process.cpuUsage();
    await walk(stage, 'limit=100');
    expect(milliseconds(started) / 100).toBeLessThan(5);
  });

  it('keeps its promise of each order', async () => {
    const changed = async (order: DemoOrder) =>
      (await walk(createStage({ tickets: 500, order }), 'limit=60')).map(({ updatedAt }) => updatedAt ?? '');
    const recent = await changed('recent');
    expect(recent).toEqual([...recent].sort().reverse());
    expect(await changed('oldest')).toEqual([...recent].reverse());
    const shuffled = await changed('shuffled');
    expect(shuffled).not.toEqual(recent);
    expect([...shuffled].sort().reverse()).toEqual(recent);
    const numbers = (await walk(createStage({ tickets: 500, order: 'number' }), 'limit=60')).map(
      ({ number }) => +number,
    );
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  });

  it('does not lose its place when tickets change, come and go between two pages', async () => {
    const stage = createStage({ tickets: 40, order: 'recent', staffReplyAfterMs: null });
    const first = asList(await stage.get(`${tickets}?limit=10`));
    stage.clock.now = start + 60_000;
    stage.api.addTicket();
    stage.api.removeTicket(first.data.at(-1)?.id ?? '');
    stage.api.staffReply(first.data[3]?.id ?? '', 'Hej!');
    const rest = await walk(stage, 'limit=10', first.nextCursor);
    const seen = new Set([...first.data, ...rest].map(({ id }) => id));
    expect(rest).toHaveLength(30);
    expect(seen.size).toBe(40);
  });
});
