// An encrypted reply whose answer was lost shows nothing to compare: another message must not pass for it.
import { expect, it } from 'vitest';
import type { DemoApiOptions } from '../../../electron/demo/types.ts';
import { messages, setUp, states } from './stage.ts';

const secret = 'lösenordet är Tulpan-77';

async function inDoubt(api: Partial<DemoApiOptions> = {}) {
  const setup = await setUp(api);
  setup.faults.add('POST', messages, { kind: 'lost' });
  await setup.page().call('settings.set', { keepEncrypted: false });
  await setup.send(secret, { encrypted: true });
  await setup.clock.advance(200_000);
  expect(await states(setup)).toEqual(['needs-user']);
  return setup;
}
type InDoubt = Awaited<ReturnType<typeof inDoubt>>;
const text = (setup: InDoubt) => setup.page().call('outbox.text', { id: 'reply-1' });

it('is not taken for sent because of another encrypted message whose text is not kept here', async () => {
  const setup = await inDoubt();
  await setup.sendElsewhere('något helt annat', true);
  await setup.clock.advance(900_000);
  expect(await states(setup)).toEqual(['needs-user']);
  expect(await text(setup)).toEqual({ ok: true, value: { text: secret } });
});

it('is found when it turns up after all, also where its text is not kept here, and is forgotten then', async () => {
  const setup = await inDoubt();
  await setup.sendElsewhere(secret, true);
  await setup.clock.advance(900_000);
  expect(await states(setup)).toEqual(['sent']);
  expect(await text(setup)).toEqual({ ok: true, value: { text: '' } });
});

it('keeps its text for a week where HostUp hides all texts, so that only time and mark say that it arrived', async () => {
  const setup = await inDoubt({ maskEncrypted: 'masked' });
  await setup.sendElsewhere('något helt annat', true);
  await setup.clock.advance(900_000);
  expect(await states(setup)).toEqual(['sent']);
  expect(JSON.stringify(await setup.thread())).not.toContain('Tulpan');
  expect(await text(setup)).toEqual({ ok: true, value: { text: secret } });
  setup.clock.jump(8 * 86_400_000);
  await setup.restart();
  expect(await text(setup)).toEqual({ ok: true, value: { text: '' } });
});
