// Two windows on one ticket: what one writes reaches the other, and sending one takes nothing from the other.
import { afterEach, describe, expect, it } from 'vitest';
import { madeOfSameDraft } from '../../../electron/core/outbox/same-draft.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';
import { anOutgoing, morning } from '../../fakes/records.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function setUp() {
  const world = createWorldUnderTest({ api: { tickets: 0 } });
  const { id: ticketId } = world.api.addTicket({ status: 'open' });
  const { app, page } = await world.signedIn();
  ends.push(() => app.stop(), world.remove);
  const topics: string[] = [];
  page.on('changed', (change) => topics.push(...change.topics));
  const write = (text: string) => page.call('draft.save', { ticketId, text, encrypted: false });
  /** @param replaces the draft as the sending window knows it */
  const send = (text: string, replaces: string, id = text) =>
    page.call('reply.send', { id, ticketId, text, encrypted: false, reopen: false, replaces });
  const draft = async () => {
    const answer = await page.call('draft.get', { ticketId });
    return answer.ok ? answer.value?.text : answer.code;
  };
  return { ...world, ticketId, topics, write, send, draft };
}

describe('two windows on one ticket', () => {
  it('hear of every saved draft, and of no save that changed nothing', async () => {
    const { write, topics, clock, ticketId } = await setUp();
    await write('Hej');
    await write('Hej igen');
    await clock.advance(10);
    expect(topics).toContain(`ticket:${ticketId}`);
    topics.length = 0;
    await write('Hej igen');
    await clock.advance(10);
    expect(topics).toEqual([]);
  });

  it('lose nothing that the other window wrote when one sends', async () => {
    const { write, send, draft } = await setUp();
    await write('ett längre utkast i det andra fönstret');
    await send('Kort svar', '');
    expect(await draft()).toBe('ett längre utkast i det andra fönstret');
  });

  it('are emptied by sending what the draft holds, or what it is the beginning of', async () => {
    const { write, send, draft } = await setUp();
    await write('Hej, det fung');
    await send('Hej, det fungerar', '');
    expect(await draft()).toBeUndefined();
    await write('Hej, nu vet jag');
    await send('Tack', 'Hej, nu vet jag');
    expect(await draft()).toBeUndefined();
  });

  it('make one reply of the draft that both hand over at once', async () => {
    const { write, send, api, clock } = await setUp();
    await write('Ja, gör det.');
    const answers = await Promise.all([
      send('Ja, gör det.', 'Ja, gör det.', 'one'),
      send('Ja, gör det.', 'Ja, gör det.', 'two'),
    ]);
    expect(answers.map((answer) => answer.ok && [answer.value.outgoing.id, answer.value.older])).toEqual([
      ['one', false],
      ['one', false],
    ]);
    await clock.advance(5_000);
    expect(api.applied().map(({ message }) => message)).toEqual(['Ja, gör det.']);
  });

  it('may hand over again what was refused or thrown away a moment ago', () => {
    const row = anOutgoing({ queuedAt: morning });
    const found = (state: typeof row.state) => madeOfSameDraft([{ ...row, state }], row, morning + 5_000);
    expect([found('queued')?.id, found('rejected'), found('discarded')]).toEqual([row.id, null, null]);
  });

  it('make two replies of the same words written twice, however quickly', async () => {
    const { write, send, api, clock } = await setUp();
    for (const [id, isSaved] of [
      ['one', true],
      ['two', true],
      ['three', false],
    ] as const) {
      if (isSaved) await write('ok');
      await send('ok', isSaved ? 'ok' : '', id);
    }
    await clock.advance(30_000);
    expect(api.applied().map(({ message }) => message)).toEqual(['ok', 'ok', 'ok']);
  });
});
