// One signed-in account: its stores, gate, remote, sync, outbox and announcer, wired. Ends as a whole.
import type { Failure } from '../contract/codes.ts';
import type { Topic } from '../contract/events.ts';
import type { Connection } from '../contract/model.ts';
import type { AccountNotifier } from './accounts/scoped-ports.ts';
import { bestEffort } from './best-effort.ts';
import { createDownloads, type Downloads } from './downloads/downloads.ts';
import { languageOf } from './language.ts';
import { createSnoozes, type Snoozes } from './marks/snoozes.ts';
import { type Announcer, createAnnouncer } from './notify/announcer.ts';
import { createOutbox, type Outbox } from './outbox/worker.ts';
import type { CacheStore, Http, OutboxStore, Ports, Stores } from './ports.ts';
import { createReadBlocks, type ReadBlocks } from './queries/thread.ts';
import type { Remote } from './remote.ts';
import { createRemote } from './remote-api.ts';
import type { Secret } from './secret.ts';
import { createHistory, type History } from './stats/history.ts';
import { type Absorb, createAbsorb, forgiving, telling } from './sync/absorb.ts';
import { type Check, createCheck, type Telling } from './sync/check.ts';
import { createGate, type Gate } from './sync/gate.ts';
import { nextInterval, type Situation } from './sync/interval.ts';
import { createScheduler, type Scheduler } from './sync/scheduler.ts';

/** Replies that ended stay known this long, milliseconds: their message ids are claimed. */
const keepEnded = 90 * 24 * 3_600_000;
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

export type AccountParts = {
  readonly id: string;
  readonly demo: boolean;
  readonly key: Secret | null;
  readonly http: Http;
  readonly stores: Stores;
  readonly ports: Ports;
  readonly notifier: AccountNotifier;
  readonly tell: (...topics: Topic[]) => void;
  readonly onUnauthorized: (reason: Failure) => void;
  /** the ticket in front of the user's eyes, and whether any page of ours is in front */
  readonly looking: () => { readonly ticketId: string | null; readonly inFront: boolean };
};

export function createAccount(parts: AccountParts): Account {
  const { ports, stores, tell } = parts;
  const { clock, random } = ports;
  const { cache, outbox: drafts } = stores;
  let key = parts.key;
  let refusedKey: Secret | null = null;
  let stopped = false;
  let closed = false;

  const gate = createGate({
    clock,
    random,
    load: () => cache.meta('gate'),
    // an answer that comes after the end has nowhere to be written
    save: (value) => closed || bestEffort(ports.log, 'gate', () => cache.setMeta('gate', value)),
  });
  const remote = createRemote({
    http: parts.http,
    key: () => key,
    clock,
    gate,
    onRefusedKey(refused) {
      refusedKey = refused;
    },
  });
  const snoozes = createSnoozes({ cache, drafts, clock, tell, log: ports.log });
  const history = createHistory(cache, clock);
  const absorb = telling(
    createAbsorb({
      cache,
      clock,
      floor: () => Number(cache.meta('first-look') ?? clock.now() + remote.skew()),
      keepEncrypted: () => ports.settings.get().keepEncrypted,
    }),
    (ticketId) => {
      snoozes.review(ticketId);
      history.changed();
    },
  );
  let mayWrite = cache.meta('can-write') !== 'no';

  function onRefused(reason: Failure): void {
    // what took its time to be told may be said of a key that is no longer in use
    if (reason.code === 'unauthorized' && (key === null || key === refusedKey)) parts.onUnauthorized(reason);
    if (reason.code === 'read_only_key') setCanWrite(false);
  }
  function setCanWrite(may: boolean): void {
    mayWrite = may;
    bestEffort(ports.log, 'can-write', () => cache.setMeta('can-write', may ? 'yes' : 'no'));
    tell('session');
  }

  const outbox = createOutbox({
    clock,
    random,
    cache,
    outbox: drafts,
    remote,
    absorb: forgiving(absorb, ports.log),
    tell,
    onRefused,
    log: ports.log,
    mayRead: () => key !== null,
    maySend: () => mayWrite,
  });
  const announcer = createAnnouncer({
    cache,
    clock,
    notifier: parts.notifier,
    newId: ports.newId,
    language: () => languageOf(ports),
    inFront: () => parts.looking().ticketId,
    muted: (ticketId) => drafts.mark(ticketId)?.muted ?? false,
    sentFromHere: (ticketId) => drafts.claimed(ticketId),
    onShown: () => tell('notices'),
    log: ports.log,
  });
  const check = createCheck({
    cache,
    clock,
    remote,
    absorb,
    tell,
    onThread: (id) => outbox.review(id),
    onEnd,
  });
  const scheduler = createScheduler({
    clock,
    random,
    interval,
    notBefore: () => gate.notBefore(),
    check: check.run,
    // a look that was under way when the stores closed fails; that is no bug
    onBug: (cause) => stopped || ports.log.error('check', cause),
  });

  const downloads = createDownloads({
    files: ports.files,
    remote,
    cache,
    clock,
    log: ports.log,
    newId: ports.newId,
    tell,
    onRefused,
  });

  async function onEnd(telling: Telling, failed: Failure | null): Promise<void> {
    if (telling !== 'later') await announcer.announce(telling === 'in-one');
    if (failed) onRefused(failed);
    else outbox.kick();
  }

  function interval(): number {
    return ports.fixedPollMs ?? nextInterval(situation(), random());
  }
  function situation(): Situation {
    const calm = { inFront: false, waitingFor: null, anyOpen: true, failures: check.failures(), pages: 1 };
    let found: Situation = calm;
    // looking goes on whatever state the cache is in
    bestEffort(ports.log, 'situation', () => {
      found = readSituation();
    });
    return found;
  }
  function readSituation(): Situation {
    const waiting = cache.list({ view: 'waiting', offset: 0, limit: 1 }).tickets[0];
    const since = waiting ? clock.now() - (waiting.lastMessageAt ?? waiting.updatedAt ?? 0) : null;
    return {
      inFront: parts.looking().inFront,
      waitingFor: since === null ? null : Math.max(0, since),
      anyOpen: cache.list({ view: 'open', offset: 0, limit: 1 }).total > 0,
      failures: check.failures(),
      pages: cache.meta('list-order') === 'recent' ? 1 : Number(cache.meta('list-pages') ?? '1'),
    };
  }

  /** What keeps replies from being written down concerns the user more than a look that went well. */
  function connection(): Connection {
    const [seen, stuck, shut] = [check.state(), outbox.problem(), gate.closed()];
    // HostUp may ask for a pause with other answers than 429 too, and the pause is what the user can wait for
    const paused =
      shut && (!seen.problem || seen.problem.code === 'server_error')
        ? { state: 'paused' as const, problem: shut }
        : {};
    const worse = stuck && !seen.problem ? { state: 'error' as const, problem: stuck } : {};
    // a reply may have been the one to learn that the key is refused
    const out = key === null ? { state: 'signed-out' as const } : {};
    return { ...seen, ...paused, ...worse, ...out, nextCheckAt: scheduler.nextAt() };
  }

  return {
    id: parts.id,
    demo: parts.demo,
    cache,
    drafts,
    gate,
    remote,
    absorb,
    check,
    outbox,
    announcer,
    scheduler,
    readBlocks: createReadBlocks(),
    snoozes,
    history,
    downloads,
    start() {
      bestEffort(ports.log, 'outbox-prune', () => drafts.prune(clock.now() - keepEnded));
      outbox.start();
      snoozes.start();
      void downloads.start();
      scheduler.start();
    },
    pause() {
      key = null;
      scheduler.stop();
      tell('connection');
    },
    replaceKey(next) {
      key = next;
      check.keyReplaced();
      scheduler.start();
      outbox.kick();
    },
    async stop() {
      stopped = true;
      scheduler.stop();
      outbox.stop();
      snoozes.stop();
      key = null;
      // what is still under way then stays marked as sending, and the next start asks HostUp about it
      await Promise.race([
        Promise.all([outbox.idle(), downloads.stop()]),
        new Promise<void>((late) => clock.after(stopPatience, late)),
      ]);
      closed = true;
      cache.close();
      drafts.close();
    },
    connection,
    canWrite: () => mayWrite,
    setCanWrite,
  };
}
