// What is written to the index of words at once: little, however long a conversation is, and nothing is lost by a kill.
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStores } from '../../electron/adapters/stores.ts';
import type { CacheStore } from '../../electron/core/ports.ts';
import { aKey, drivers, temporaryFolder } from '../fakes/account.ts';
import { aMessage, aTicket } from '../fakes/records.ts';
import { typed } from '../fakes/search.ts';

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
  expect(readFor(() => cache.putMessages([{ ...message(120), body: 'Ändrad' }]))).toBe(10);
  expect(readFor(() => cache.putTicket(aTicket({ subject: 'Ny rubrik' })))).toBe(10);
  expect(readFor(() => cache.removeMessages(['m300']))).toBe(1);
  // already here, and of a text that is in no index
  expect(readFor(() => cache.putMessages([message(7), { ...message(7), unread: true }]))).toBe(0);
  const hidden = { ...message(302), encrypted: true, senderName: null };
  expect(readFor(() => cache.putMessages([hidden]))).toBe(0);
});

describe.each(drivers)('what takes long to index (%s)', (_, open) => {
  /** As many characters as are written at once, a document more, and no more. */
  const most = 30_000 + 40_000;

  function setUp() {
    let written = 0;
    const stores = createStores({
      folder: temporaryFolder(),
      open,
      plain(body) {
        written += body.length;
        return body;
      },
    });
    function start(): CacheStore {
      const opened = stores.open('acc', aKey);
      if (!opened.ok) expect.fail(opened.code);
      const { cache, outbox } = opened.value;
      // what a kill would leave: every transaction is whole, and nothing is done at the end
      onTestFinished(() => {
        cache.close();
        outbox.close();
      });
      return cache;
    }
    const during = (work: () => void): number => {
      written = 0;
      work();
      return written;
    };
    return { start, during };
  }
  const find = (cache: CacheStore, query: string) =>
    cache.list({ view: 'all', offset: 0, limit: 50, ...typed(query) }).tickets.map(({ id }) => id);
  const long = (position: number, ticketId = 'long') =>
    aMessage({
      id: `${ticketId}-${position}`,
      ticketId,
      position,
      body: `nummer${position} ${'ord '.repeat(250)}`,
    });
  const messages = Array.from({ length: 600 }, (_none, position) => long(position));

  it('is written a little at a time, and found once it is written', () => {
    const { start, during } = setUp();
    const cache = start();
    cache.putTicket(aTicket({ id: 'long' }));
    expect(during(() => cache.putMessages(messages))).toBeLessThan(most);
    expect(find(cache, 'nummer599')).toEqual([]);
    expect(cache.searchIsBehind()).toBe(true);
    expect(cache.countUnfetched()).toBe(1);
    let portions = 0;
    for (; cache.searchIsBehind(); portions += 1)
      expect(during(() => cache.catchUpSearch())).toBeLessThan(most);
    expect(portions).toBeGreaterThan(10);
    for (const query of ['nummer0', 'nummer599', 'nummer0 nummer300 nummer599', 'ord'])
      expect(find(cache, query), query).toEqual(['long']);
    expect(cache.countUnfetched()).toBe(0);
  });

  it('goes on where a kill ended it', () => {
    const { start } = setUp();
    let cache = start();
    cache.putTicket(aTicket({ id: 'long' }));
    cache.putMessages(messages);
    for (let starts = 0; cache.searchIsBehind(); starts += 1) {
      cache.catchUpSearch();
      if (starts % 5 === 0) cache = start();
    }
    for (const query of ['nummer0', 'nummer599', 'nummer0 nummer300 nummer599'])
      expect(find(cache, query), query).toEqual(['long']);
  });

  it('is what the conversation is by then', () => {
    const { start } = setUp();
    const cache = start();
    cache.putTicket(aTicket({ id: 'long' }));
    cache.putMessages(messages);
    cache.putMessages([
      { ...long(590), body: 'hemligt', encrypted: true },
      { ...long(580), body: 'annat' },
    ]);
    cache.removeMessages(['long-599']);
    while (cache.searchIsBehind()) cache.catchUpSearch();
    for (const query of ['nummer599', 'nummer590', 'nummer580', 'hemligt'])
      expect(find(cache, query), query).toEqual([]);
    expect(find(cache, 'annat nummer591 nummer0')).toEqual(['long']);
    // as few and as short as others again, while its parts wait to be written
    cache.putMessages(messages);
    cache.removeMessages(messages.slice(3).map(({ id }) => id));
    while (cache.searchIsBehind()) cache.catchUpSearch();
    expect(find(cache, 'nummer2 nummer0')).toEqual(['long']);
    expect(find(cache, 'nummer3')).toEqual([]);
  });

  it('is not found by what it was before, while what it is waits to be written', () => {
    const { start } = setUp();
    const cache = start();
    cache.putTicket(aTicket({ id: 'short' }));
    cache.putMessages([aMessage({ id: 'was', ticketId: 'short', body: 'kanariefågel' })]);
    cache.transaction(() => {
      cache.putTicket(aTicket({ id: 'long' }));
      cache.putMessages(messages);
      cache.putMessages([aMessage({ id: 'was', ticketId: 'short', body: 'kanariefågel', encrypted: true })]);
    });
    expect(find(cache, 'kanariefågel')).toEqual([]);
    while (cache.searchIsBehind()) cache.catchUpSearch();
    expect(find(cache, 'kanariefågel')).toEqual([]);
    expect(find(cache, aTicket().subject ?? '').sort()).toEqual(['long', 'short']);
  });

  it('leaves what many tickets were called until what they are called is written', () => {
    const { start } = setUp();
    const cache = start();
    const call = (subject: string) =>
      cache.transaction(() => {
        for (let n = 0; n < 100; n += 1)
          cache.putTicket(aTicket({ id: `t${n}`, number: String(n), subject }));
      });
    call('Gammal');
    for (let n = 0; n < 100; n += 1)
      cache.putMessages([aMessage({ id: `m${n}`, ticketId: `t${n}`, body: 'ord '.repeat(250) })]);
    while (cache.searchIsBehind()) cache.catchUpSearch();
    call('Nyare');
    const total = (query: string) => cache.list({ view: 'all', offset: 0, limit: 1, ...typed(query) }).total;
    expect(total('gammal') + total('nyare')).toBe(100);
    expect(total('gammal')).toBeGreaterThan(50);
    // what somebody wrote may be a secret by now
    cache.putMessages([aMessage({ id: 'm99', ticketId: 't99', body: 'kanariefågel', encrypted: true })]);
    while (cache.searchIsBehind()) cache.catchUpSearch();
    expect([total('gammal'), total('nyare'), total('kanariefågel'), total('ord')]).toEqual([0, 100, 0, 99]);
  });

  it('has a part of its own for few messages of much text', () => {
    const { start, during } = setUp();
    const cache = start();
    cache.putTicket(aTicket({ id: 'long' }));
    const pasted = (position: number) =>
      aMessage({
        id: `p${position}`,
        ticketId: 'long',
        position,
        body: `logg${position} ${'rad '.repeat(2_000)}`,
      });
    for (let position = 0; position < 30; position += 1) cache.putMessages([pasted(position)]);
    while (cache.searchIsBehind()) cache.catchUpSearch();
    expect(during(() => cache.putMessages([pasted(30)]))).toBeLessThan(10_000);
    expect(find(cache, 'logg0 logg15 logg30')).toEqual(['long']);
  });
});
