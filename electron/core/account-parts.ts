// What an account consists of, each part wired to those that it works with.
import type { Failure } from '../contract/codes.ts';
import type { Topic } from '../contract/events.ts';
import { createAccess } from './access.ts';
import type { AccountNotifier } from './accounts/scoped-ports.ts';
import { bestEffort } from './best-effort.ts';
import { topicsOf } from './changes.ts';
import { createDownloads } from './downloads/downloads.ts';
import { languageOf } from './language.ts';
import { createSnoozes } from './marks/snoozes.ts';
import { createAnnouncer } from './notify/announcer.ts';
import { quietUntil } from './notify/quiet-hours.ts';
import { isInDoubt } from './outbox/transitions.ts';
import { createOutbox } from './outbox/worker.ts';
import type { Places } from './places.ts';
import type { Http, Ports, Stores } from './ports.ts';
import { createReadBlocks } from './queries/thread.ts';
import type { Remote } from './remote.ts';
import { createRemote } from './remote-api.ts';
import { createCatchingUp } from './search/catching-up.ts';
import type { Secret } from './secret.ts';
import { createHistory } from './stats/history.ts';
import { createAbsorb, forgiving, telling } from './sync/absorb.ts';
import { isNetwork } from './sync/check.ts';
import { createGate } from './sync/gate.ts';
import { createPolling } from './sync/polling.ts';

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

/** How far it has come to its end. */
type Life = { stopped: boolean; closed: boolean };

/** Asks and sends nothing. Throws StoreError where the cache cannot be read. */
export function assembleAccount(parts: AccountParts, life: Life) {
  const { ports, stores, places } = parts;
  const { clock, log, random, newId } = ports;
  const { cache, outbox: drafts } = stores;
  const search = createCatchingUp({ cache, clock, log, onDone: () => parts.tell('tickets') });
  // what is told is kept, and is to be found
  const tell = (...topics: Topic[]) => {
    parts.tell(...topics);
    search.look();
  };
  const { access, gate, remote } = wayToHostUp(parts, life);
  const { onRefused } = access;
  const snoozes = createSnoozes({ cache, drafts, clock, tell, log });
  const history = createHistory(cache, clock);
  const absorb = telling(absorbInto(parts, remote), (ticketId) => {
    snoozes.review(ticketId);
    announcer.learnt(ticketId);
    history.changed();
    search.look();
  });

  const shared = { clock, random, newId, log, cache, remote, tell, onRefused };
  const outbox = createOutbox({
    ...shared,
    outbox: drafts,
    absorb: forgiving(absorb, log),
    mayRead: () => access.key() !== null,
    maySend: access.canWrite,
  });
  const announcer = createAnnouncer({ ...shared, ...toldOf(parts, tell) });
  const { check, scheduler } = createPolling({
    ...shared,
    absorb,
    gate,
    fixedPollMs: ports.fixedPollMs,
    pauses: ports.settings.get,
    inFront: () => parts.looking().inFront,
    onThread: outbox.review,
    async onEnd(telling, failed) {
      if (telling !== 'later') await announcer.announce(telling === 'in-one');
      if (failed) onRefused(failed);
      // also after a look that failed, where HostUp was what refused it
      if (failed === null || !isNetwork(failed)) outbox.hurry();
    },
    stopped: () => life.stopped,
  });
  const downloads = createDownloads({ ...shared, files: ports.files, places });
  const reading = { absorb, check, scheduler, readBlocks: createReadBlocks(), history, search };
  return { cache, drafts, tell, access, gate, remote, ...reading, outbox, announcer, snoozes, downloads };
}

/** The key, and the one way on which requests go out with it. */
function wayToHostUp(parts: AccountParts, life: Life) {
  const { ports, stores, http, places } = parts;
  const { clock, log, random } = ports;
  const { cache, outbox: drafts } = stores;
  const access = createAccess({ ...parts, cache, log });
  const gate = createGate({
    clock,
    random,
    places: places.requests,
    load: () => drafts.meta('gate'),
    // an answer that comes after the end has nowhere to be written
    save: (value) => life.closed || bestEffort(log, 'gate', () => drafts.setMeta('gate', value)),
  });
  const remote = createRemote({ http, key: access.key, clock, gate, onRefusedKey: access.keyRefused });
  return { access, gate, remote };
}

function absorbInto({ ports, stores }: AccountParts, { skew }: Pick<Remote, 'skew'>) {
  const { clock, settings } = ports;
  const { cache } = stores;
  return createAbsorb({
    cache,
    clock,
    floor: () => Number(cache.meta('first-look') ?? clock.now() + skew()),
    keepEncrypted: () => settings.get().keepEncrypted,
  });
}

/** What decides whether something is told, and who hears that it was. */
function toldOf({ ports, stores, notifier, looking }: AccountParts, tell: AccountParts['tell']) {
  const { outbox: drafts } = stores;
  return {
    notifier,
    language: () => languageOf(ports),
    inFront: () => looking().ticketId,
    muted: (ticketId: string) => drafts.mark(ticketId)?.muted ?? false,
    sentFromHere: (ticketId: string) =>
      drafts.ofTicket(ticketId).some(isInDoubt) ? null : drafts.claimed(ticketId),
    quietUntil: () => quietUntil(ports.settings.get().quietHours, ports.clock.now()),
    onShown: () => tell('notices'),
    onRead: (ticketIds: readonly string[]) => tell(...topicsOf(ticketIds)),
  };
}
