// In doubt, and the place where it would show cannot be read: nothing is known, and that must not last for ever.
import { describe, expect, it } from 'vitest';
import { failure } from '../../../electron/contract/codes.ts';
import { notSeen } from '../../../electron/core/outbox/transitions.ts';
import { anOutgoing, morning } from '../../fakes/records.ts';
import { conversation, messages, type SetUp, setUp, states } from './stage.ts';

const minute = 60_000;

/** @param answer to each read of the conversation from now on */
async function inDoubt(answer: { status: number; text?: string }): Promise<SetUp> {
  const setup = await setUp();
  setup.faults.add('POST', messages, { kind: 'lost' });
  await setup.send('kom det fram?');
  await setup.clock.advance(100);
  setup.faults.add('GET', conversation, { kind: 'answer', ...answer }, 1e9);
  await setup.send('en sak till');
  return setup;
}

const noChoice = async (setup: SetUp) => {
  expect(await states(setup)).toEqual(['unknown', 'queued']);
  expect(await setup.page().call('outbox.sendAgain', { id: 'reply-1' })).toMatchObject({ code: 'conflict' });
};

describe.each([
  ['is gone', { status: 404 }, 4, 'not_found'],
  ['may not be read', { status: 403 }, 4, 'forbidden'],
  ['is answered with an error', { status: 500 }, 20, 'server_error'],
  ['is answered with something else', { status: 200, text: '{"data":1}' }, 20, 'bad_answer'],
] as const)('a reply in doubt whose conversation %s', (_, answer, asked, code) => {
  it('asks the person after some minutes, says why, and no longer asks HostUp', async () => {
    const setup = await inDoubt(answer);
    await setup.clock.advance(1.9 * minute);
    await noChoice(setup);
    await setup.clock.advance((asked - 1.9) * minute);
    expect((await setup.outgoing())[0]).toMatchObject({ state: 'needs-user', reason: { code } });
    setup.faults.clear();
    expect(setup.api.applied()).toEqual([]);
  });

  it('asks HostUp ever more seldom', async () => {
    const setup = await inDoubt(answer);
    const before = setup.reads();
    await setup.clock.advance(120 * minute);
    expect(setup.reads() - before).toBeLessThan(15);
  });
});

it('can be checked again, sent again and discarded then, and what was written after it goes out', async () => {
  const setup = await inDoubt({ status: 500 });
  await setup.clock.advance(20 * minute);
  await setup.page().call('outbox.checkAgain', { id: 'reply-1' });
  await setup.clock.advance(minute);
  expect(await states(setup)).toEqual(['needs-user', 'queued']);
  setup.faults.clear();
  await setup.page().call('outbox.sendAgain', { id: 'reply-1' });
  await setup.clock.advance(minute);
  expect(setup.api.applied().map(({ message }) => message)).toEqual(['kom det fram?', 'en sak till']);
});

it('is not asked about only because the machine slept before the network was back', async () => {
  const setup = await inDoubt({ status: 500 });
  setup.clock.jump(10 * 3_600_000);
  await setup.clock.advance(20_000);
  await noChoice(setup);
});

it('without ever having been sent, as a salvage may leave it, is asked about after one look', () => {
  const row = anOutgoing({ state: 'unknown', reason: failure('store_broken') });
  expect(notSeen(row, morning)).toMatchObject({ state: 'needs-user', reason: { code: 'store_broken' } });
});
