// One signed-in account: its stores, gate, remote, sync, outbox and announcer, wired. Ends as a whole.
import type { Failure } from '../contract/codes.ts';
import type { Topic } from '../contract/events.ts';
import type { Connection } from '../contract/model.ts';
import { createAccess } from './access.ts';
import type { AccountNotifier } from './accounts/scoped-ports.ts';
import { bestEffort } from './best-effort.ts';
import { topicsOf } from './changes.ts';
import { createDownloads, type Downloads } from './downloads/downloads.ts';
import { languageOf } from './language.ts';
import { createSnoozes, type Snoozes } from './marks/snoozes.ts';
import { type Announcer, createAnnouncer } from './notify/announcer.ts';
import { quietUntil } from './notify/quiet-hours.ts';
import { isInDoubt } from './outbox/transitions.ts';
import { createOutbox, type Outbox } from './outbox/worker.ts';
import type { Places } from './places.ts';
import type { CacheStore, Http, OutboxStore, Ports, Stores } from './ports.ts';
import { createReadBlocks, type ReadBlocks } from './queries/thread.ts';
import type { Remote } from './remote.ts';
import { createRemote } from './remote-api.ts';
import { createCatchingUp } from './search/catching-up.ts';
import type { Secret } from './secret.ts';
import { createHistory, type History } from './stats/history.ts';
import { type Absorb, createAbsorb, forgiving, telling } from './sync/absorb.ts';
import type { Telling } from './sync/catch-up.ts';
import { type Check, isNetwork } from './sync/check.ts';
import { connectionOf } from './sync/connection.ts';
import { createGate, type Gate } from './sync/gate.ts';
import { createPolling } from './sync/polling.ts';
import type { Scheduler } from './sync/scheduler.ts';

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

export type AccountParts = {
  readonly id: string;
  readonly demo: boolean;
  readonly key: Secret | null;
  readonly http: Http;
  readonly stores: Stores;
  readonly ports: Ports;
  readonly places: Places;
  readonly notifier: AccountNotifier;
  readonly tell: (...topics: Topic[]) => void;
  readonly onUnauthorized: (reason: Failure) => void;
  /** the ticket in front of the user's eyes, and whether any page of ours is in front */
  readonly looking: () => { readonly ticketId: string | null; readonly inFront: boolean };
};

/** Asks and sends nothing until `start`. Throws StoreError where the cache cannot be read. */
export function createAccount(parts: AccountParts): Account {
  const { ports, stores } = parts;
  const { clock, log } = ports;
  const { cache, outbox: drafts } = stores;
  const search = createCatchingUp({ cache, clock, log, onDone: () => parts.tell('tickets') });
  // what is told is kept, and is to be found
  const tell = (...topics: Topic[]) => {
    parts.tell(...topics);
    search.look();
  };
  let stopped = false;
  let closed = false;

  const access = createAccess({ ...parts, cache, log });
  const { onRefused } = access;
  const gate = createGate({
    clock,
    random: ports.random,
    places: parts.places.requests,
    load: () => drafts.meta('gate'),
    // an answer that comes after the end has nowhere to be written
    save: (value) => closed || bestEffort(log, 'gate', () => drafts.setMeta('gate', value)),
  });
  const remote = createRemote({
    http: parts.http,
    key: access.key,
    clock,
    gate,
    onRefusedKey: access.keyRefused,
  });
  const snoozes = createSnoozes({ cache, drafts, clock, tell, log });
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
      announcer.learnt(ticketId);
      history.changed();
      search.look();
    },
  );

  const shared = { clock, random: ports.random, newId: ports.newId, log, cache, remote, tell, onRefused };
  const outbox = createOutbox({
    ...shared,
    outbox: drafts,
    absorb: forgiving(absorb, log),
    mayRead: () => access.key() !== null,
    maySend: access.canWrite,
  });
  const announcer = createAnnouncer({
    ...shared,
    notifier: parts.notifier,
    language: () => languageOf(ports),
    inFront: () => parts.looking().ticketId,
    muted: (ticketId) => drafts.mark(ticketId)?.muted ?? false,
    sentFromHere: (ticketId) => (drafts.ofTicket(ticketId).some(isInDoubt) ? null : drafts.claimed(ticketId)),
    quietUntil: () => quietUntil(ports.settings.get().quietHours, clock.now()),
    onShown: () => tell('notices'),
    onRead: (ticketIds) => tell(...topicsOf(ticketIds)),
  });
  const { check, scheduler } = createPolling({
    ...shared,
    absorb,
    gate,
    fixedPollMs: ports.fixedPollMs,
    pauses: ports.settings.get,
    inFront: () => parts.looking().inFront,
    onThread: outbox.review,
    onEnd,
    stopped: () => stopped,
  });
  const downloads = createDownloads({ ...shared, files: ports.files, places: parts.places });

  async function onEnd(telling: Telling, failed: Failure | null): Promise<void> {
    if (telling !== 'later') await announcer.announce(telling === 'in-one');
    if (failed) onRefused(failed);
    // also after a look that failed, where HostUp was what refused it
    if (failed === null || !isNetwork(failed)) outbox.hurry();
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
      stopped = true;
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
      closed = true;
      cache.close();
      drafts.close();
    },
  };
}
