// A month of ordinary life on real files: staff and customer write, tickets come, are closed and vanish, a window is
// looked at, nights are slept through, HostUp is busy now and then, and every other day the program is started again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import type { Stores } from '../../electron/core/ports.ts';
import type { KeptStores } from '../fakes/kept-stores.ts';
import { pick, randomFrom } from '../fakes/random.ts';
import { createLife } from './life.ts';
import type { Answer } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** So long after the last change everything is known, whatever pauses and back-offs there were. */
const calmAfter = 20 * minute;
const openTickets = 12;
/** Enough for a window that is in front all day. */
const mostLooks = 300;

export type Month = Awaited<ReturnType<typeof createMonth>>;

export async function createMonth(month: number) {
  const random = randomFrom(month + 1);
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  let refusals = 0;
  let changedAt = 0;
  let sent = 0;
  const texts = new Set<string>();
  const tickets: string[] = [];
  const calm = { looks: 0, requests: 0 };
  let lookBegan = 0;
  let inLook = 0;

  const life = createLife({
    random,
    start: Date.parse('2026-03-09T06:00:00Z'),
    mostLooks,
    stores: onDisk(folder),
    refuse: () => {
      if (refusals === 0) return null;
      refusals -= 1;
      changed();
      return busy(random);
    },
    onRequest: (isLook) => count(isLook),
  });
  const { world, told } = life;

  function changed(): void {
    changedAt = world.truth();
  }

  /** A look that begins when all is known, and ends before anything happens, is one request. */
  function count(isLook: boolean): void {
    inLook += 1;
    if (!isLook) return;
    const wasCalm = lookBegan > changedAt + calmAfter;
    if (wasCalm) {
      calm.looks += 1;
      calm.requests += inLook;
      if (inLook > 1) world.complain(`${inLook} requests in a look although nothing changed`);
    }
    lookBegan = world.truth();
    inLook = 0;
  }

  function open(): void {
    tickets.push(world.api.addTicket({ subject: `Ärende ${tickets.length}`, body: 'Det går inte.' }).id);
    changed();
  }

  async function customerWrites(): Promise<void> {
    sent += 1;
    const text = `Svar nummer ${sent}, tack för hjälpen!`;
    const ticketId = pick(random, tickets as [string, ...string[]]);
    texts.add(text);
    changed();
    const input = { id: `reply-${sent}`, ticketId, text, encrypted: random() < 0.1, reopen: true };
    const answered = await world.call('reply.send', input);
    if (!answered.ok) world.complain(`reply.send answered ${answered.code}`);
  }

  /** One is closed and later merged away, another one comes: the account stays as big as it is. */
  function turnOver(): void {
    const [oldest] = tickets.splice(0, 1);
    if (oldest) world.api.removeTicket(oldest);
    open();
  }

  const events: readonly [() => unknown, ...(() => unknown)[]] = [
    () => staffWrites(),
    () => staffWrites(),
    () => staffWrites(),
    customerWrites,
    customerWrites,
    () => life.lookAt(random() < 0.4 ? pick(random, tickets as [string, ...string[]]) : null),
    () => {
      refusals += 1 + Math.floor(random() * 3);
    },
    () => turnOver(),
  ];

  function staffWrites(): void {
    told.staffWrites(pick(random, tickets as [string, ...string[]]));
    changed();
  }

  async function night(): Promise<void> {
    refusals = 0;
    await life.lookAt(null);
    await life.live(hour);
    told.finish();
    await judgeReplies();
    const asleep = 7 * hour;
    await pick<() => unknown>(random, [
      () => life.live(asleep),
      () => world.clock.jump(asleep),
      () => world.clock.oversleep(asleep),
    ])();
    life.allowLook();
    changed();
    world.wake('resume');
    await life.live(10 * minute);
  }

  async function judgeReplies(): Promise<void> {
    const applied = world.api.applied().map(({ message }) => message);
    if (new Set(applied).size !== applied.length) world.complain('a reply was sent twice');
    for (const text of texts) if (!applied.includes(text)) world.complain(`not sent: ${text}`);
    const unsent = await world.call('outbox.list', {});
    if (unsent.ok && unsent.value.length > 0)
      world.complain(`${unsent.value.length} replies are still unsent`);
  }

  for (let ticket = 0; ticket < openTickets; ticket += 1) open();
  await world.signIn();
  await life.live(minute);

  return {
    life,
    calm,
    sent: () => sent,
    complaint: () => world.complaints()[0] ?? null,
    async liveADay(): Promise<void> {
      const until = world.truth() + day - 8 * hour;
      while (world.truth() < until) {
        await pick(random, events)();
        await life.live(Math.floor(random() * 90 * minute));
      }
      await night();
      if (random() < 0.5) {
        changed();
        await life.restart(async () => {});
        await life.live(minute);
      }
    },
    async end(): Promise<void> {
      await world.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const busy = (random: () => number): Answer => ({
  ok: true,
  status: 429,
  headers: { 'retry-after': String(1 + Math.floor(random() * 120)) },
  text: '{"code":"rate_limited"}',
});

/** Real, encrypted files; `of` answers what the running program has open. */
function onDisk(folder: string): KeptStores {
  const files = createStores({ folder, open: openBetter });
  const opened = new Map<string, Stores>();
  return {
    ...files,
    open(accountId, key) {
      const stores = files.open(accountId, key);
      if (stores.ok) opened.set(accountId, stores.value);
      return stores;
    },
    of: (accountId) => opened.get(accountId) ?? null,
    drop: () => opened.clear(),
  };
}
