import { describe, expect, it } from 'vitest';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import { asMessage, asProblem, asTicket, createStage, find, pointers, start, tickets } from './client.ts';

describe('replying', () => {
  it('answers the message and shows it in the thread and the summary', async () => {
    const stage = createStage();
    const before = find(stage, ({ status }) => status === 'answered');
    stage.clock.now = start + 5000;
    const answer = await stage.post(`${tickets}/${before.id}/messages`, { message: 'Tack, åäö!\n\n> citat' });
    const at = new Date(start + 5000).toISOString();
    expect(answer.status).toBe(201);
    expect(asMessage(answer)).toEqual({
      id: expect.stringMatching(/^tmsg_01/),
      ticketId: before.id,
      sentAt: at,
      body: 'Tack, åäö!\n\n> citat',
      sender: 'customer',
      senderName: 'Elin Bergström',
      encrypted: false,
      attachments: [],
    });
    const after = asTicket(await stage.get(`${tickets}/${before.id}`));
    expect(after.messages.at(-1)).toEqual(answer.json);
    expect(after).toMatchObject({ status: 'customer_reply', updatedAt: at, lastMessageAt: at });
    expect(after.messageCount).toBe(before.messageCount + 1);
  });

  it('applies every copy: there is no idempotency key', async () => {
    const stage = createStage();
    const { id } = find(stage, ({ status }) => status === 'open');
    await stage.post(`${tickets}/${id}/messages`, { message: 'ok', encrypted: true });
    await stage.post(`${tickets}/${id}/messages`, { message: 'ok' });
    const ids = asTicket(await stage.get(`${tickets}/${id}`)).messages.map((message) => message.id);
    expect(stage.api.applied()).toEqual([
      { id: ids[0], ticketId: id, message: 'ok', encrypted: true, at: start },
      { id: ids[1], ticketId: id, message: 'ok', encrypted: false, at: start },
    ]);
  });

  it('accepts the ticket number in place of the id', async () => {
    const stage = createStage();
    const { id, number } = find(stage, ({ status }) => status === 'open');
    const answer = await stage.post(`${tickets}/${number}/messages`, { message: 'Hej' });
    expect(asMessage(answer).ticketId).toBe(id);
  });

  it.each<[string, unknown, string]>([
    ['no message', {}, '/message'],
    ['an empty message', { message: '' }, '/message'],
    ['blanks', { message: '   ' }, '/message'],
    ['a number', { message: 5 }, '/message'],
    ['a text as encrypted', { message: 'x', encrypted: 'true' }, '/encrypted'],
    ['null as encrypted', { message: 'x', encrypted: null }, '/encrypted'],
    ['a list', [], ''],
  ])('refuses %s', async (_name, body, pointer) => {
    const stage = createStage();
    const { id } = find(stage, ({ status }) => status === 'open');
    const answer = await stage.post(`${tickets}/${id}/messages`, body);
    expect([answer.status, ...pointers(answer)]).toEqual([400, pointer]);
    expect(stage.api.applied()).toEqual([]);
  });

  it.each(['{"message": "cut', '', '\xff'])('refuses a body that is no JSON: %j', async (body) => {
    const stage = createStage();
    const { id } = find(stage, ({ status }) => status === 'open');
    const answer = await stage.send('POST', `${tickets}/${id}/messages`, { ...keyed(), body });
    expect(answer.status).toBe(400);
  });

  it('refuses a closed ticket until it is reopened', async () => {
    const stage = createStage();
    const { id } = find(stage, ({ status }) => status === 'closed');
    const refused = await stage.post(`${tickets}/${id}/messages`, { message: 'Hej' });
    expect([refused.status, asProblem(refused).code]).toEqual([409, 'ticket_closed']);
    const reopened = await stage.post(`${tickets}/${id}/actions/reopen`);
    expect([reopened.status, asTicket(reopened).status]).toEqual([200, 'open']);
    expect((await stage.post(`${tickets}/${id}/messages`, { message: 'Hej' })).status).toBe(201);
  });

  it('closes, and closing twice changes nothing', async () => {
    const stage = createStage();
    const { id } = find(stage, ({ status }) => status === 'open');
    const first = await stage.post(`${tickets}/${id}/actions/close`);
    stage.clock.now += 1000;
    const second = await stage.post(`${tickets}/${id}/actions/close`);
    expect(asTicket(first).status).toBe('closed');
    expect(second.json).toEqual(first.json);
  });

  it.each([
    ['plain', 'hemligt'],
    ['masked', '********'],
    ['null', null],
  ] as const)('gives encrypted texts back as ordered: %s', async (maskEncrypted, expected) => {
    const stage = createStage({ maskEncrypted });
    const { id } = find(stage, ({ status }) => status === 'open');
    const answer = await stage.post(`${tickets}/${id}/messages`, { message: 'hemligt', encrypted: true });
    const thread = asTicket(await stage.get(`${tickets}/${id}`));
    expect(asMessage(answer)).toMatchObject({ body: expected, encrypted: true });
    expect(thread.messages.at(-1)?.body).toBe(expected);
    expect(stage.api.applied()[0]?.message).toBe('hemligt');
  });

  it('draws an automatic confirmation where ordered', async () => {
    const stage = createStage({ automation: 'always' });
    const { id } = find(stage, ({ status }) => status === 'open');
    await stage.post(`${tickets}/${id}/messages`, { message: 'Hej' });
    const after = asTicket(await stage.get(`${tickets}/${id}`));
    expect(after.messages.map(({ sender }) => sender)).toEqual(['customer', 'automation']);
    expect(after).toMatchObject({ messageCount: 3, status: 'customer_reply' });
  });
});

function keyed(): { headers: Record<string, string> } {
  return { headers: { authorization: `Bearer ${DEMO_KEY}`, 'content-type': 'application/json' } };
}
