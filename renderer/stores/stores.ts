// Puts the stores of one page together. The only place that knows them all.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Client } from '../../electron/contract/transport.ts';
import type { Bridge } from '../bridge.ts';
import { localTimeZone } from '../text/dates.ts';
import { chooseWords, type Words } from '../text/text.ts';
import { type AccountsStore, createAccounts } from './accounts.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { browserClipboard } from './browser-clipboard.ts';
import { createChanges } from './changes.ts';
import { type Composers, createComposers } from './composers.ts';
import { type ConnectionStore, createConnection } from './connection.ts';
import { type CountsStore, createCounts } from './counts.ts';
import { createDownloads, type DownloadsStore } from './downloads.ts';
import type { Later } from './later.ts';
import { createNewTicket, type NewTicketStore } from './new-ticket.ts';
import { createNotices, type NoticesStore } from './notices.ts';
import { createOutbox, type OutboxStore } from './outbox.ts';
import { createPageClipboard, type PageClipboard } from './page-clipboard.ts';
import { createPalette, type PaletteStore } from './palette.ts';
import { createQuick, type QuickStore } from './quick.ts';
import { createRoute, type RouteStore } from './route.ts';
import { sayFailure } from './say-failure.ts';
import { createScreen, type ScreenStore } from './screen.ts';
import { createSelection, type SelectionStore } from './selection.ts';
import { createSession, type SessionStore } from './session.ts';
import { createSettings, type SettingsStore } from './settings.ts';
import { createThread, type ThreadStore } from './thread.ts';
import { createTickets, type TicketsStore } from './tickets.ts';
import { createTold, type ToldStore } from './told.ts';
import { createWaiting, type WaitingStore } from './waiting.ts';

export type Stores = {
  readonly client: Client;
  /** the page runs in a browser, so links open as that browser's own */
  readonly inBrowser: boolean;
  readonly clipboard: PageClipboard;
  readonly session: SessionStore;
  readonly accounts: AccountsStore;
  readonly connection: ConnectionStore;
  readonly settings: SettingsStore;
  readonly counts: CountsStore;
  readonly tickets: TicketsStore;
  readonly selection: SelectionStore;
  readonly thread: ThreadStore;
  readonly composers: Composers;
  readonly outbox: OutboxStore;
  readonly arrivals: Arrivals;
  readonly notices: NoticesStore;
  readonly told: ToldStore;
  readonly downloads: DownloadsStore;
  readonly newTicket: NewTicketStore;
  readonly waiting: WaitingStore;
  readonly quick: QuickStore;
  readonly palette: PaletteStore;
  readonly route: RouteStore;
  readonly screen: ScreenStore;
  readonly words: ReadonlySignal<Words>;
  /** epoch milliseconds, moved on every ten seconds */
  readonly now: ReadonlySignal<number>;
};

/** What the bridge tells of the program behind this page. */
type Surroundings = Pick<Bridge, 'link' | 'startedAnew' | 'inBrowser'>;

/** how often `now` moves on, milliseconds */
const tick = 10_000;

export function createStores(client: Client, bridge: Surroundings, page: Window): Stores {
  const { link, inBrowser } = bridge;
  const changes = createChanges(client, link);
  const now = signal(Date.now());
  page.setInterval(() => {
    now.value = Date.now();
  }, tick);
  let count = 0;
  const order = () => {
    count += 1;
    return count;
  };
  const newId = () => page.crypto.randomUUID();
  const later: Later = (run, milliseconds) => {
    const timer = page.setTimeout(run, milliseconds);
    return () => page.clearTimeout(timer);
  };
  const composers = createComposers({ client, order, newId, later });
  const screen = createScreen(later);
  const settings = createSettings(client, changes, (why) => sayFailure({ screen, words }, why));
  const words = computed(() => chooseWords(settings.value.value?.language ?? null, page.navigator.languages));
  const session = createSession(client, changes);
  const route = createRoute(page);
  const accounts = createAccounts(client, changes, session, forget);
  const tickets = createTickets(client, changes, later, accounts.chosen, settings);
  const accountIds = computed(() => accounts.list.value.map(({ id }) => id));
  const outbox = createOutbox(client, changes);
  const newTicket = createNewTicket(client, changes, newId, later, accountIds);
  return {
    client,
    inBrowser,
    clipboard: createPageClipboard(browserClipboard(page, later)),
    session,
    accounts,
    connection: createConnection(client, changes, bridge),
    settings,
    counts: createCounts(client, changes, accounts.chosen),
    tickets,
    selection: createSelection(tickets),
    thread: createThread(client, changes, order, composers.hear),
    composers,
    outbox,
    arrivals: createArrivals(client, changes, outbox.value),
    notices: createNotices(client, changes),
    told: createTold(client, changes),
    downloads: createDownloads(client, changes),
    newTicket,
    waiting: createWaiting(client, changes, localTimeZone(), accountIds),
    quick: createQuick(client, changes),
    palette: createPalette(client, later),
    route,
    screen,
    words,
    now,
  };

  /** What was typed for an account that is gone from here goes with it. @param left how many accounts there still are */
  function forget(accountId: string, left: number): void {
    const isGone = (ticketId: string) => left === 0 || ticketId.startsWith(`${accountId}/`);
    composers.forget(isGone);
    newTicket.forget(left === 0 ? undefined : accountId);
    const shown = route.value.peek().ticketId;
    if (left > 0 && shown !== null && isGone(shown)) route.go({ page: 'main', ticketId: null });
  }
}
