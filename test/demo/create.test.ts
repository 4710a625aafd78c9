import { describe, expect, it } from 'vitest';
import { asList, asTicket, createStage, find, pointers, start, tickets } from './client.ts';

const plain = { departmentSlug: 'vps', subject: 'Åäö & <b>', message: 'Hej, jag kan inte logga in.' };

describe('creating a ticket', () => {
  it('answers the ticket in full; the opening text counts but is no message', async () => {
    const stage = createStage();
    const answer = await stage.post(tickets, {
      ...plain,
      priority: 'high',
      ccEmails: ['a@b.example'],
      aiSummary: null,
      aiHelpful: true,
    });
    expect(answer.status).toBe(201);
    expect(asTicket(answer)).toMatchObject({
      subject: 'Åäö & <b>',
      body: plain.message,
      status: 'open',
      priority: 'high',
      departmentName: 'VPS',
      ccEmails: ['a@b.example'],
      createdAt: new Date(start).toISOString(),
      messageCount: 1,
      messages: [],
      attachments: [],
    });
    expect(asList(await stage.get(`${tickets}?limit=1`)).data[0]?.id).toBe(asTicket(answer).id);
    expect(asTicket(await stage.get(`${tickets}/${asTicket(answer).number}`)).id).toBe(asTicket(answer).id);
  });

  it('links a service of the account', async () => {
    const stage = createStage();
    const [service] = find(
      stage,
      ({ linkedServices }) => linkedServices[0]?.serviceType === 'domain',
    ).linkedServices;
    const context = { serviceType: 'domain', serviceId: service?.serviceId };
    const ticket = asTicket(await stage.post(tickets, { ...plain, context }));
    expect(ticket.linkedServices).toEqual([service]);
    const mixed = await stage.post(tickets, { ...plain, context: { ...context, serviceType: 'vps' } });
    expect(pointers(mixed)).toEqual(['/context/serviceId']);
  });

  it.each<[string, object, string[]]>([
    [
      'nothing at all',
      { departmentSlug: undefined, subject: undefined, message: undefined },
      ['/departmentSlug', '/subject', '/message'],
    ],
    ['blanks', { subject: ' \n', message: '\t' }, ['/subject', '/message']],
    ['a guessed department', { departmentSlug: 'VPS' }, ['/departmentSlug']],
    ['an unknown priority', { priority: 'Urgent' }, ['/priority']],
    ['null as priority', { priority: null }, ['/priority']],
    ['critical without a reason', { priority: 'critical' }, ['/criticalReason']],
    ['critical with a blank reason', { priority: 'critical', criticalReason: ' ' }, ['/criticalReason']],
    ['no list of addresses', { ccEmails: 'a@b.example' }, ['/ccEmails']],
    ['a wrong address', { ccEmails: ['a@b.example', 'nobody'] }, ['/ccEmails/1']],
    ['a text as context', { context: 'vps' }, ['/context']],
    [
      'an unknown service type',
      { context: { serviceType: 'car', serviceId: 'x' } },
      ['/context/serviceType'],
    ],
    [
      "someone else's service",
      { context: { serviceType: 'vps', serviceId: 'vps_01other' } },
      ['/context/serviceId'],
    ],
    ['wrong types', { aiSummary: 5, aiHelpful: 'yes' }, ['/aiSummary', '/aiHelpful']],
    ['fields that belong elsewhere', { accountId: 1, attachments: [] }, ['/accountId', '/attachments']],
  ])('refuses %s', async (_name, change, expected) => {
    const stage = createStage();
    const before = stage.api.tickets().length;
    const answer = await stage.post(tickets, { ...plain, ...change });
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(expected);
    expect(stage.api.tickets()).toHaveLength(before);
  });

  it('accepts critical with a reason, and another kind of service without an id', async () => {
    const stage = createStage();
    const change = {
      priority: 'critical',
      criticalReason: 'Butiken är nere.',
      context: { serviceType: 'other' },
    };
    expect((await stage.post(tickets, { ...plain, ...change })).status).toBe(201);
  });
});
