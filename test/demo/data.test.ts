import { describe, expect, it } from 'vitest';
import { createStage, start } from './client.ts';

const all = createStage().api.tickets();
const messages = all.flatMap((ticket) => ticket.messages);
const distinct = (values: unknown[]) => [...new Set(values)].sort();

describe('the demo account', () => {
  it('shows every status, priority, department and type of service', () => {
    expect(all.length).toBeGreaterThanOrEqual(24);
    expect(distinct(all.map(({ status }) => status))).toEqual([
      'answered',
      'closed',
      'customer_reply',
      'in_progress',
      'on_hold',
      'open',
      'unknown',
    ]);
    expect(distinct(all.map(({ priority }) => priority))).toEqual([
      'critical',
      'high',
      'low',
      'medium',
      'urgent',
    ]);
    expect(distinct(all.map(({ departmentSlug }) => departmentSlug))).toEqual([
      'billing',
      'domain-names',
      'email',
      'general-web-hosting',
      'sales',
      'vps',
    ]);
    const services = all.flatMap(({ linkedServices }) => linkedServices);
    expect(distinct(services.map(({ serviceType }) => serviceType))).toEqual([
      'domain',
      'hosting',
      'other',
      'vps',
    ]);
  });

  it('holds what a reader can stumble over', () => {
    expect(all.some(({ subject, body }) => subject === null && body === null)).toBe(true);
    expect(all.some(({ ccEmails }) => ccEmails.length > 2)).toBe(true);
    expect(all.some(({ body }) => (body?.length ?? 0) > 1500)).toBe(true);
    expect(messages.some(({ body }) => body === null)).toBe(true);
    expect(messages.some(({ sentAt }) => sentAt === null)).toBe(true);
    expect(messages.some(({ body }) => /^On .* wrote:$/m.test(body ?? ''))).toBe(true);
    expect(messages.some(({ body }) => body?.includes('<script>'))).toBe(true);
    expect(messages.some(({ body }) => body?.includes('```'))).toBe(true);
    expect(distinct(messages.map(({ sender }) => sender))).toEqual(['automation', 'customer', 'staff']);
    expect(distinct(messages.filter(({ encrypted }) => encrypted).map(({ sender }) => sender))).toEqual([
      'customer',
      'staff',
    ]);
  });

  it('lies in the past, in order, with numbers that grow with time', () => {
    for (const ticket of all) {
      const times = [ticket.createdAt, ...ticket.messages.map(({ sentAt }) => sentAt)].filter(
        (time) => time !== null,
      );
      expect(times).toEqual([...times].sort());
      expect(Date.parse(times.at(-1) ?? '')).toBeLessThan(start);
      if (ticket.updatedAt) expect(ticket.updatedAt >= (times.at(-1) ?? '')).toBe(true);
    }
    const numbers = all.map(({ number }) => Number(number));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('has ids that never repeat, even where chance always says the same', () => {
    const dull = createStage({ random: () => 0, tickets: 200 }).api.tickets();
    const ids = dull.flatMap((ticket) => [ticket.id, ...ticket.messages.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(tkt|tmsg)_01[0-9a-z]{24}$/);
  });

  it('names nobody who exists', () => {
    const hosts = JSON.stringify(all).match(/[\w.-]+@[\w.-]+|https?:\/\/[\w.-]+/g) ?? [];
    for (const host of hosts) expect(host).toMatch(/\.example\.?$|@9\.9\.9\.9$/);
  });
});
