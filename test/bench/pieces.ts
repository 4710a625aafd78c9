// How long one piece of work holds up everything else in the program's process, where an account has much of something.
// A database on disk, encrypted.
// node test/bench/pieces.ts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../electron/adapters/clock.ts';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import { createApi } from '../../electron/core/api/client.ts';
import { createAnnouncer } from '../../electron/core/notify/announcer.ts';
import type { CacheStore, Clock, Stores } from '../../electron/core/ports.ts';
import { createReadBlocks, type ReadBlocks, threadOf } from '../../electron/core/queries/thread.ts';
import type { Detail, StoredMessage } from '../../electron/core/records.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createAbsorb } from '../../electron/core/sync/absorb.ts';
import { toPlain } from '../../electron/core/text/plain.ts';
import { wholeFrom } from '../fakes/random.ts';
import { aMessage, aTicket, morning } from '../fakes/records.ts';
import { longest, mostRuns } from './figures.ts';
import { indexing } from './indexing.ts';

const lengths = [50, 500, 1_000, 2_000];

/** The same texts in every run. */
const random = wholeFrom(42);
const word = () => `${'bcdfghjklmnprstv'[random(16)]}${'aeiouåäö'[random(8)]}${random(400).toString(36)}`;
const text = (): string => Array.from({ length: 200 }, word).join(' ');
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const stores = createStores({ folder, open: openBetter, plain: toPlain });

let accounts = 0;

/** A new account's. */
function opened(): Stores {
  accounts += 1;
  const result = stores.open(`bench${accounts}`, new Secret('0123456789abcdef'.repeat(4)));
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function messagesOf(ticketId: string, count: number): StoredMessage[] {
  return Array.from({ length: count }, (_, n) =>
    aMessage({
      id: `${ticketId}_${n}`,
      ticketId,
      position: n + 1,
      sentAt: morning + n * 1_000,
      body: text(),
      sender: n % 2 ? 'staff' : 'customer',
    }),
  );
}

function detailOf(id: string, messages: readonly StoredMessage[]): Detail {
  const { number, subject, status, priority, departmentSlug, departmentName, createdAt } = aTicket();
  const { ccEmails, requesterName, services } = aTicket();
  const lastMessageAt = messages.at(-1)?.sentAt ?? morning;
  return {
    summary: {
      ...{ id, number, subject, status, priority, departmentSlug, departmentName, createdAt },
      ...{ ccEmails, requesterName, services, lastMessageAt, updatedAt: lastMessageAt },
      messageCount: messages.length,
    },
    messages,
  };
}

/** A conversation comes in, grows by a message at a time, and is shown. */
async function conversations(length: number): Promise<void> {
  const { cache, outbox } = opened();
  const absorbAt = (clock: Clock) =>
    createAbsorb({ cache, clock, floor: () => Number.POSITIVE_INFINITY, keepEncrypted: () => true });
  const absorb = absorbAt(systemClock());
  await longest(`first read, ${length} messages`, (run) => {
    const detail = detailOf(`tkt_${run}`, messagesOf(`tkt_${run}`, length));
    cache.putTicket(aTicket({ id: `tkt_${run}`, fetchedAt: null }));
    return (clock) => absorbAt(clock).patiently(detail);
  });
  await longest(`… by the outbox, ${length} messages`, (run) => {
    const detail = detailOf(`tkt_o${run}`, messagesOf(`tkt_o${run}`, length));
    return () => absorb.detail(detail);
  });
  const id = 'tkt_grows';
  const messages = messagesOf(id, length + mostRuns);
  absorb.detail(detailOf(id, messages.slice(0, length)));
  await longest(`one more message after ${length}`, (run) => {
    const detail = detailOf(id, messages.slice(0, length + run + 1));
    return () => absorb.detail(detail);
  });
  await longest(`nothing new in ${length} messages`, () => {
    const detail = detailOf(id, messages);
    return () => absorb.detail(detail);
  });
  const parts = (readBlocks: ReadBlocks) => ({ id: 'acc', cache, drafts: outbox, readBlocks });
  await longest(`shown first, ${length} messages`, () => {
    const anew = parts(createReadBlocks());
    return (clock) => threadOf(anew, id, length, clock);
  });
  const kept = parts(createReadBlocks());
  await longest(`shown again, ${length} messages`, () => (clock) => threadOf(kept, id, length, clock));
  cache.close();
  outbox.close();
}

/** A hundred tickets of 60 messages; staff's last five in each are to be told. */
function withNews(cache: CacheStore): void {
  for (let ticket = 0; ticket < 100; ticket += 1) {
    const ticketId = `tkt_${ticket}`;
    cache.transaction(() => {
      cache.putTicket(aTicket({ id: ticketId, number: String(ticket) }));
      cache.putMessages(
        messagesOf(ticketId, 60).map((message, n) =>
          n < 55 ? message : { ...message, sender: 'staff', unread: true },
        ),
      );
    });
  }
}

async function announcements(muted: boolean): Promise<void> {
  await longest(`500 replies to tell${muted ? ', all muted' : ''}`, () => {
    const { cache, outbox } = opened();
    withNews(cache);
    return async (clock) => {
      const announcer = createAnnouncer({
        cache,
        clock,
        notifier: { show: async () => 'shown', withdraw() {} },
        newId: () => 'notice',
        language: () => 'sv',
        inFront: () => null,
        muted: (ticketId) => muted || (outbox.mark(ticketId)?.muted ?? false),
        quietUntil: () => null,
        sentFromHere: (ticketId) => outbox.claimed(ticketId),
        onShown() {},
        onRead() {},
        log: { info() {}, warn() {}, error() {} },
      });
      await announcer.announce(true);
    };
  });
}

async function absences(): Promise<void> {
  const { cache } = opened();
  const ids = Array.from({ length: 10_000 }, (_, n) => `tkt_${n}`);
  cache.transaction(() => {
    for (const id of ids) cache.putTicket(aTicket({ id, number: id.slice(4) }));
  });
  await longest('who of 10,000 tickets is gone', () => () => cache.absentFrom(ids.slice(0, -3)));
}

/** A conversation as HostUp answers it: from text to records. */
async function answers(): Promise<void> {
  for (const count of [500, 2_000, 6_000]) {
    const { number, subject } = aTicket();
    const messages = messagesOf('tkt_1', count).map((message) => ({
      ...message,
      sentAt: '2025-06-03T08:00:00Z',
    }));
    const text = JSON.stringify({ id: 'tkt_1', number, subject, body: null, attachments: [], messages });
    const http = {
      request: async () => ({ ok: true as const, status: 200, headers: {}, text }),
      download: async () => ({ ok: false as const, reached: 'no' as const, code: 'offline' as const }),
      close: async () => {},
    };
    const api = createApi({ http, key: () => new Secret('key'), now: Date.now });
    await longest(`an answer of ${(text.length / 1e6).toFixed(1)} MB`, () => async () => {
      const { ok } = await api.getTicket('tkt_1');
      if (!ok) throw new Error('not read');
    });
  }
}

try {
  for (const length of lengths) await conversations(length);
  await announcements(false);
  await announcements(true);
  await absences();
  const { cache } = opened();
  await indexing(cache);
  await answers();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
