// What is read for the index of words when a long conversation changes in one place.
import { expect, it, onTestFinished } from 'vitest';
import { createStores } from '../../electron/adapters/stores.ts';
import { aKey, drivers, temporaryFolder } from '../fakes/account.ts';
import { aMessage, aTicket } from '../fakes/records.ts';

it.each(drivers)('does not grow with what was said before (%s)', (_, open) => {
  let read = 0;
  const stores = createStores({
    folder: temporaryFolder(),
    open,
    plain(body) {
      read += 1;
      return body;
    },
  });
  const opened = stores.open('acc', aKey);
  if (!opened.ok) expect.fail(opened.code);
  const { cache, outbox } = opened.value;
  onTestFinished(() => {
    cache.close();
    outbox.close();
  });
  const message = (position: number) => aMessage({ id: `m${position}`, position, body: `Rad ${position}` });
  const readFor = (work: () => void): number => {
    read = 0;
    work();
    return read;
  };
  cache.putTicket(aTicket());
  expect(readFor(() => cache.putMessages(Array.from({ length: 300 }, (_, n) => message(n))))).toBe(300);
  expect(readFor(() => cache.putMessages([message(300)]))).toBe(1);
  expect(readFor(() => cache.putMessages([message(301)]))).toBe(2);
  expect(readFor(() => cache.putMessages([{ ...message(120), body: 'Ändrad' }]))).toBe(100);
  expect(readFor(() => cache.putTicket(aTicket({ subject: 'Ny rubrik' })))).toBe(100);
  expect(readFor(() => cache.removeMessages(['m300']))).toBe(1);
  // already here, and of a text that is in no index
  expect(readFor(() => cache.putMessages([message(7), { ...message(7), unread: true }]))).toBe(0);
  const hidden = { ...message(302), encrypted: true, senderName: null };
  expect(readFor(() => cache.putMessages([hidden]))).toBe(0);
});
