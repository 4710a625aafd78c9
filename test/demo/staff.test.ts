import { describe, expect, it } from 'vitest';
import { asTicket, createStage, find, start, tickets } from './client.ts';

describe('the staff of the demo', () => {
  it('answers a waiting ticket soon after the start, so that a notification can be seen', async () => {
    const stage = createStage();
    stage.clock.now = start + 14_999;
    await stage.get(tickets);
    const before = stage.api.tickets();
    stage.clock.now = start + 15_000;
    await stage.get(tickets);
    const changed = stage.api
      .tickets()
      .filter((ticket, index) => ticket.messageCount !== before[index]?.messageCount);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ subject: 'VPS app-01 svarar inte', status: 'answered' });
    expect(changed[0]?.messages.at(-1)).toMatchObject({
      sender: 'staff',
      senderName: 'Kim',
      sentAt: new Date(start + 15_000).toISOString(),
      body: expect.stringMatching(/^Hej Elin,[\s\S]*Kim$/),
    });
  });

  it('answers a reply once, after a while, in the language of the customer', async () => {
    const stage = createStage({ firstReplyAfterMs: null });
    const { id, messageCount } = find(
      stage,
      ({ subject }) => subject === 'Do you plan S3 compatible storage?',
    );
    await stage.post(`${tickets}/${id}/messages`, { message: 'Hej, jag kan testa det i maj. Tack!' });
    stage.clock.now = start + 10_000;
    await stage.post(`${tickets}/${id}/messages`, { message: 'Och en sak till: är det krypterat?' });
    stage.clock.now = start + 19_999;
    expect(asTicket(await stage.get(`${tickets}/${id}`)).status).toBe('customer_reply');
    stage.clock.now = start + 3_600_000;
    const ticket = asTicket(await stage.get(`${tickets}/${id}`));
    expect(ticket.messageCount).toBe(messageCount + 3);
    expect(ticket).toMatchObject({ status: 'answered', updatedAt: new Date(start + 20_000).toISOString() });
    expect(ticket.messages.at(-1)).toMatchObject({ sender: 'staff', body: expect.stringContaining('Tack') });
  });

  it('answers a new ticket, and an encrypted reply differently', async () => {
    const stage = createStage({ staffReplyAfterMs: 1000, firstReplyAfterMs: null });
    const fields = {
      departmentSlug: 'billing',
      subject: 'Hello',
      message: 'Please help me with the invoice.',
    };
    const { id } = asTicket(await stage.post(tickets, fields));
    stage.clock.now = start + 1000;
    const answered = asTicket(await stage.get(`${tickets}/${id}`));
    expect(answered.messages.at(-1)?.body).toMatch(/^Hi Elin,[\s\S]*Billing$/);
    await stage.post(`${tickets}/${id}/messages`, { message: 'PIN 1234', encrypted: true });
    stage.clock.now = start + 2000;
    const last = asTicket(await stage.get(`${tickets}/${id}`)).messages.at(-1);
    expect(last?.body).toContain('arrived encrypted');
  });

  it('never answers by itself where ordered, nor a ticket that was closed in between', async () => {
    const silent = createStage({ staffReplyAfterMs: null });
    const { id } = find(silent, ({ status }) => status === 'open');
    await silent.post(`${tickets}/${id}/messages`, { message: 'Hej' });
    silent.clock.now += 86_400_000;
    expect(asTicket(await silent.get(`${tickets}/${id}`)).status).toBe('customer_reply');

    const stage = createStage({ firstReplyAfterMs: null });
    const closed = find(stage, ({ status }) => status === 'open').id;
    await stage.post(`${tickets}/${closed}/messages`, { message: 'Hej' });
    stage.api.closeTicket(closed);
    stage.clock.now += 86_400_000;
    expect(asTicket(await stage.get(`${tickets}/${closed}`))).toMatchObject({
      status: 'closed',
      lastMessageAt: new Date(start).toISOString(),
    });
  });
});

describe('the strings of a test', () => {
  it('lets staff and the customer write from elsewhere', async () => {
    const stage = createStage({ staffReplyAfterMs: null });
    const { id, number, messageCount } = find(stage, ({ status }) => status === 'open');
    const staff = stage.api.staffReply(number, 'Hej!', {
      encrypted: true,
      senderName: 'Sara',
      at: start + 5,
    });
    expect(staff).toMatchObject({ ticketId: id, encrypted: true, senderName: 'Sara', body: 'Hej!' });
    stage.api.customerReply(id, 'Från telefonen');
    const ticket = asTicket(await stage.get(`${tickets}/${id}`));
    expect(ticket).toMatchObject({ status: 'customer_reply', messageCount: messageCount + 2 });
    expect(stage.api.applied()).toEqual([]);
  });

  it('adds, removes and moves tickets, and gives copies only', async () => {
    const stage = createStage({ tickets: 0 });
    const added = stage.api.addTicket({ subject: 'Ny', departmentSlug: 'email', createdAt: start - 1000 });
    added.messages.push(stage.api.staffReply(added.id, 'x'));
    added.subject = 'changed outside';
    expect(asTicket(await stage.get(`${tickets}/${added.id}`))).toMatchObject({
      subject: 'Ny',
      messageCount: 2,
    });
    expect(stage.api.setStatus(added.id, 'on_hold').status).toBe('on_hold');
    expect(stage.api.removeTicket(added.id)).toBe(true);
    expect((await stage.get(`${tickets}/${added.id}`)).status).toBe(404);
    expect(() => stage.api.staffReply(added.id, 'x')).toThrow(/no ticket/);
  });
});
