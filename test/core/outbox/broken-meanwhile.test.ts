// A new ticket whose outcome cannot be read any more: the page is not kept waiting for it.
import { expect, it, onTestFinished } from 'vitest';
import { openBetter } from '../../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../../electron/adapters/stores.ts';
import { StoreError } from '../../../electron/core/records.ts';
import { theOnly } from '../../fakes/own-ids.ts';
import { createWorldUnderTest } from '../../fakes/program-under-test.ts';

const ticket = {
  id: 'form-1',
  account: theOnly,
  departmentSlug: 'vps',
  subject: 'Ny VPS svarar inte på SSH',
  message: 'Sedan i morse.',
  priority: 'medium' as const,
  ccEmails: [],
  criticalReason: null,
  service: null,
};

it('is answered at once when its database breaks after it was sent', async () => {
  let broken = false;
  const stores = createStores({ folder: '', open: openBetter });
  const world = createWorldUnderTest({
    api: { tickets: 0 },
    wrap: (http) => ({
      ...http,
      request(request) {
        broken ||= request.method === 'POST' && request.path.endsWith('/tickets') && request.body !== '{}';
        return http.request(request);
      },
    }),
    ports: {
      stores: {
        ...stores,
        open(id) {
          const opened = stores.open(id, null);
          if (!opened.ok) return opened;
          const { outbox } = opened.value;
          const get: typeof outbox.get = (row) => {
            if (broken) throw new StoreError('store_broken');
            return outbox.get(row);
          };
          return { ok: true, value: { ...opened.value, outbox: { ...outbox, get } } };
        },
      },
    },
  });
  const { app, page } = await world.signedIn();
  onTestFinished(async () => {
    await app.stop();
    world.remove();
  });
  const answer = page.call('ticket.create', ticket);
  await world.clock.advance(6_000);
  expect(broken).toBe(true);
  const late = new Promise((done) => setTimeout(done, 5_000, 'still waiting'));
  expect(await Promise.race([answer, late])).toMatchObject({ ok: false, code: 'store_broken' });
});
