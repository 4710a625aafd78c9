// How much several accounts may have under way at HostUp, all together.
import { afterEach, expect, it } from 'vitest';
import type { Program } from '../../fakes/program-under-test.ts';
import { type Agency, ask, createAgency, idsOf, rowsOf } from './agency.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const keys = ['key-a', 'key-b', 'key-c'];

/** Three accounts to which HostUp answers no more. */
async function unanswered(agency: Agency): Promise<Program> {
  ends.push(agency.remove);
  const program = await agency.opened();
  ends.push(async () => {
    const stopping = program.app.stop();
    await agency.clock.advance(3_000);
    await stopping;
  });
  await agency.clock.advance(60_000);
  for (const key of keys) agency.stuck.add(key);
  agency.asked.length = 0;
  return program;
}

it('is four requests', async () => {
  const agency = createAgency(keys);
  const program = await unanswered(agency);
  for (const account of await idsOf(program))
    for (let times = 0; times < 3; times += 1) void program.page.call('tickets.departments', { account });
  await agency.clock.advance(10_000);
  expect(agency.asked).toHaveLength(4);
});

it('is two downloads, with which looks and replies find a place free', async () => {
  const agency = createAgency(keys, { tickets: undefined });
  const program = await unanswered(agency);
  for (const { id: ticketId } of await rowsOf(program)) {
    const { messages } = await ask(program, 'thread.get', { ticketId, limit: 100 });
    for (const { id: messageId, attachments } of messages)
      for (const { id: attachmentId } of attachments)
        await ask(program, 'attachment.save', { ticketId, messageId, attachmentId });
  }
  await agency.clock.advance(1_000);
  const waiting = (await ask(program, 'downloads.list', {})).filter(({ state }) => state === 'running');
  expect(new Set(waiting.map(({ ticketId }) => ticketId.split('/')[0])).size).toBe(3);
  expect(agency.asked.filter(({ path }) => path.includes('/attachments/'))).toHaveLength(2);
});
