// The core, assembled: session, commands and events behind one value that a shell starts and asks.
import type { CallName } from '../contract/calls.ts';
import { failure } from '../contract/codes.ts';
import type { Connection, Session } from '../contract/model.ts';
import type { Handlers } from '../contract/transport.ts';
import { sumCounts } from './accounts/combine.ts';
import { fileRoutes } from './accounts/file-routes.ts';
import { createRouter } from './accounts/router.ts';
import { routes } from './accounts/routes.ts';
import { scoped } from './accounts/scope.ts';
import { toldName, wholeConnection } from './accounts/whole.ts';
import { type AppEvent, createChanges } from './changes.ts';
import { createClipboard } from './clipboard.ts';
import { deskCommands } from './commands/desk.ts';
import { createLooking } from './commands/looking.ts';
import { sessionCommands } from './commands/session.ts';
import { settingsCommands } from './commands/settings.ts';
import type { Ports } from './ports.ts';
import { countTickets } from './queries/tickets.ts';
import { StoreError } from './records.ts';
import { createSession } from './session.ts';

export type App = {
  /** for `serve` */
  readonly handlers: Handlers;
  /** reads keychain and stores, starts polling; settles when the session's first state is known */
  start(): Promise<void>;
  /** ends polling and closes the stores; safe to call twice */
  stop(): Promise<void>;
  on(listener: (event: AppEvent) => void): () => void;
  /** the machine came back or the user asks: check soon */
  wake(reason: 'resume' | 'unlock' | 'online' | 'asked'): void;
  /** a native notification was clicked */
  notificationClicked(id: string): void;
  /** for the tray: tickets with news, tickets that need the user, replies not confirmed */
  summary(): {
    readonly unread: number;
    readonly needsYou: number;
    readonly unsent: number;
    readonly connection: Connection;
    readonly session: Session;
  };
  /** the page in front, or nothing is */
  forgetPage(from: string): void;
};

/** Nothing is read or asked until `start`. */
export function createApp(ports: Ports): App {
  const changes = createChanges(ports.clock);
  const looking = createLooking();
  const session = createSession(ports, changes, looking);
  const clipboard = createClipboard(ports.clock, ports.desktop.clipboard);
  const { accounts } = session;
  const router = createRouter({
    ports,
    changes,
    open: accounts,
    known: session.known,
    toldName: (id) => toldName(session.get().accounts, id),
  });

  /** Shows what a notification stood for; false when it is not one of ours. */
  function clicked(noticeId: string): boolean {
    for (const { id, announcer } of accounts()) {
      const target = announcer.clicked(noticeId);
      if (!target) continue;
      const ticketId = target.ticketId === null ? null : scoped(id, target.ticketId);
      ports.desktop.openMain(ticketId);
      changes.show(ticketId);
      return true;
    }
    return false;
  }

  function summary(): ReturnType<App['summary']> {
    const { unread, needsYou, unsent } = sumCounts(
      accounts().map((account) => countTickets(account, ports.clock.now())),
    );
    const connection = wholeConnection(accounts().map((account) => account.connection()));
    return { unread, needsYou, unsent, connection, session: session.get() };
  }

  return {
    handlers: guarded({
      ...sessionCommands(session),
      ...routes(router, ports.clock),
      ...fileRoutes(router, ports),
      ...settingsCommands({ ports, changes, accounts }),
      ...deskCommands({ ports, changes, accounts, looking, clicked, clipboard, session: session.get }),
    }),
    start: session.start,
    async stop() {
      await clipboard.takeBack();
      // ends what is under way, so that nobody waits for a slow network
      await ports.http.close();
      await session.stop();
    },
    on: changes.on,
    wake(reason) {
      for (const { scheduler } of accounts()) scheduler.wake(reason);
    },
    notificationClicked: (id) => void clicked(id),
    summary,
    forgetPage: looking.forget,
  };
}

/** The one place where a fault of a database becomes an answer where no account of its own answered. */
function guarded(handlers: Handlers): Handlers {
  const guard = (name: CallName) => async (input: never, from: never) => {
    try {
      return await handlers[name](input, from);
    } catch (cause) {
      if (cause instanceof StoreError) return failure(cause.code);
      throw cause;
    }
  };
  return Object.fromEntries(
    (Object.keys(handlers) as CallName[]).map((name) => [name, guard(name)]),
  ) as never;
}
