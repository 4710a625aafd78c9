import { describe, expect, it } from 'vitest';
import { createParts, refusal, settle } from './parts.ts';

async function open(ticketId = 'tkt_vps') {
  const parts = createParts();
  parts.thread.open(ticketId);
  await settle();
  return parts;
}

describe('a conversation', () => {
  it('is read from HostUp when it is opened, and shown from the cache if that fails', async () => {
    const parts = createParts();
    parts.program.world.refuse.set('thread.open', refusal('offline'));
    parts.thread.open('tkt_vps');
    await settle();
    expect(parts.thread.value.value?.ticket.number).toBe('149943');
    expect(parts.thread.stale.value?.code).toBe('offline');
  });

  it('never shows the messages of the ticket that was open before', async () => {
    const { thread, program } = await open();
    program.world.delay.set('thread.get', 20);
    thread.open('tkt_mail');
    expect(thread.value.value).toBeNull();
    program.world.delay.clear();
    thread.open('tkt_invoice');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(thread.value.value?.ticket.id).toBe('tkt_invoice');
  });

  it('keeps the mark of a new message for this visit, also after it was read', async () => {
    const { thread } = await open();
    expect([...thread.fresh.value]).toEqual(['tmsg_staff1']);
    thread.markRead();
    await settle();
    expect(thread.value.value?.messages.some(({ unread }) => unread)).toBe(false);
    expect([...thread.fresh.value]).toEqual(['tmsg_staff1']);
    thread.open('tkt_mail');
    expect(thread.fresh.value.size).toBe(0);
  });

  it('is marked read once per newest message, not once per look', async () => {
    const { thread, calls } = await open();
    for (let index = 0; index < 5; index += 1) thread.markRead();
    await settle();
    expect(calls('thread.markRead').map(({ input }) => input)).toEqual([
      { ticketId: 'tkt_vps', upTo: 'tmsg_staff1' },
    ]);
  });

  it('asks for more when older messages are wanted', async () => {
    const { thread, calls } = await open();
    await thread.earlier();
    expect(calls('thread.get').at(-1)?.input).toEqual({ ticketId: 'tkt_vps', limit: 200 });
  });
});

describe('an encrypted message', () => {
  it('is shown when asked for, and masked again with one word', async () => {
    const { thread } = await open();
    await thread.reveal('tmsg_01hx7c9');
    expect(JSON.stringify([...thread.revealed.value.values()])).toContain('Tr0ub4dor');
    thread.mask();
    expect(thread.revealed.value.size).toBe(0);
  });

  it('is masked when the ticket is left', async () => {
    const { thread } = await open();
    await thread.reveal('tmsg_01hx7c9');
    thread.open('tkt_mail');
    expect(thread.revealed.value.size).toBe(0);
  });

  it('that is on its way when the window loses the focus stays masked', async () => {
    const { thread, program } = await open();
    program.world.delay.set('message.reveal', 10);
    const revealing = thread.reveal('tmsg_01hx7c9');
    thread.mask();
    await revealing;
    expect(thread.revealed.value.size).toBe(0);
    expect(thread.revealing.value.size).toBe(0);
  });

  it('that cannot be fetched says why, until it can', async () => {
    const { thread, program } = await open();
    program.world.refuse.set('message.reveal', refusal('offline'));
    await thread.reveal('tmsg_01hx7c9');
    expect(thread.unrevealed.value.get('tmsg_01hx7c9')?.code).toBe('offline');
    expect(thread.refused.value).toBeNull();
    program.world.refuse.clear();
    await thread.reveal('tmsg_01hx7c9');
    expect(thread.unrevealed.value.size).toBe(0);
    expect(thread.revealed.value.size).toBe(1);
  });

  it('is not revealed into another ticket', async () => {
    const { thread, program } = await open();
    program.world.delay.set('message.reveal', 10);
    const revealing = thread.reveal('tmsg_01hx7c9');
    thread.open('tkt_mail');
    await revealing;
    expect(thread.revealed.value.size).toBe(0);
  });
});
