// One signed-in account: its stores, gate, remote, sync, outbox and announcer. Begins, pauses and ends as a whole.
import type { Connection } from '../contract/model.ts';
import { type AccountParts, assembleAccount } from './account-parts.ts';
import { bestEffort } from './best-effort.ts';
import type { Downloads } from './downloads/downloads.ts';
import type { Snoozes } from './marks/snoozes.ts';
import type { Announcer } from './notify/announcer.ts';
import type { Outbox } from './outbox/worker.ts';
import type { CacheStore, OutboxStore } from './ports.ts';
import type { ReadBlocks } from './queries/thread.ts';
import type { Remote } from './remote.ts';
import type { Secret } from './secret.ts';
import type { History } from './stats/history.ts';
import type { Absorb } from './sync/absorb.ts';
import type { Check } from './sync/check.ts';
import { connectionOf } from './sync/connection.ts';
import type { Gate } from './sync/gate.ts';
import type { Scheduler } from './sync/scheduler.ts';

export type { AccountParts };

/** Replies that ended stay known this long, milliseconds: their message ids are claimed. */
const keepEnded = 90 * 24 * 3_600_000;
/** So long the text of an encrypted reply can be had back that was found sent by nothing but its time and mark. */
const keepSent = 7 * 24 * 3_600_000;
const stopPatience = 2_000;

export type Account = {
  readonly id: string;
  readonly demo: boolean;
  readonly cache: CacheStore;
  readonly drafts: OutboxStore;
  readonly gate: Gate;
  readonly remote: Remote;
  readonly absorb: Absorb;
  readonly check: Check;
  readonly outbox: Outbox;
  readonly announcer: Announcer;
  readonly scheduler: Scheduler;
  readonly readBlocks: ReadBlocks;
  readonly snoozes: Snoozes;
  readonly history: History;
  readonly downloads: Downloads;
  start(): void;
  /** the key was refused: nothing more is asked, everything cached stays readable */
  pause(): void;
  replaceKey(key: Secret): void;
  stop(): Promise<void>;
  connection(): Connection;
  canWrite(): boolean;
  setCanWrite(canWrite: boolean): void;
};

/** Asks and sends nothing until `start`. Throws StoreError where the cache cannot be read. */
export function createAccount(parts: AccountParts): Account {
  const { clock, log } = parts.ports;
  const life = { stopped: false, closed: false };
  const { access, tell, search, ...own } = assembleAccount(parts, life);
  const { cache, drafts, gate, check, scheduler, outbox, announcer, snoozes, downloads } = own;

  return {
    id: parts.id,
    demo: parts.demo,
    ...own,
    canWrite: access.canWrite,
    setCanWrite: access.setCanWrite,
    connection: () =>
      connectionOf({
        seen: check.state(),
        stuck: outbox.problem(),
        shut: gate.closed(),
        signedOut: access.key() === null,
        nextCheckAt: scheduler.nextAt(),
      }),
    start() {
      search.look();
      bestEffort(log, 'outbox-prune', () => drafts.prune(clock.now() - keepEnded, clock.now() - keepSent));
      outbox.start();
      snoozes.start();
      announcer.start();
      void downloads.start();
      scheduler.start();
    },
    pause() {
      access.use(null);
      scheduler.stop();
      tell('connection');
    },
    replaceKey(next) {
      access.use(next);
      check.keyReplaced();
      scheduler.start();
      outbox.hurry();
    },
    async stop() {
      life.stopped = true;
      scheduler.stop();
      outbox.stop();
      snoozes.stop();
      access.use(null);
      // what is still under way then stays marked as sending, and the next start asks HostUp about it
      await Promise.race([
        Promise.all([outbox.idle(), downloads.stop()]),
        new Promise<void>((late) => clock.after(stopPatience, late)),
      ]);
      announcer.stop();
      search.stop();
      life.closed = true;
      cache.close();
      drafts.close();
    },
  };
}
