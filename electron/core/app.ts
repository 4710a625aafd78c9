// The core, assembled: session, commands and events behind one value that a shell starts and asks.
import type { CallName } from '../contract/calls.ts';
import { failure, success } from '../contract/codes.ts';
import type { Connection, Session } from '../contract/model.ts';
import type { Handlers } from '../contract/transport.ts';
import type { Account } from './account.ts';
import { type AppEvent, createChanges } from './changes.ts';
import { createClipboard } from './clipboard.ts';
import type { Context } from './commands/context.ts';
import { deskCommands } from './commands/desk.ts';
import { createLooking } from './commands/looking.ts';
import { markCommands } from './commands/marks.ts';
import { replyCommands } from './commands/replies.ts';
import { serviceCommands } from './commands/services.ts';
import { statsCommands } from './commands/stats.ts';
import { ticketCommands } from './commands/tickets.ts';
import type { Ports } from './ports.ts';
import { countTickets } from './queries/tickets.ts';
import { StoreError } from './records.ts';
import { createSession, type SessionControl } from './session.ts';

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

export function createApp(ports: Ports): App {
  const changes = createChanges(ports.clock);
  const looking = createLooking();
  const session = createSession(ports, changes, looking);
  const clipboard = createClipboard(ports.clock, ports.desktop.clipboard);
  const context: Context = { ports, changes, account: session.account };

  /** Shows what a notification stood for; false when it is not one of ours. */
  function clicked(noticeId: string): boolean {
    const target = session.account()?.announcer.clicked(noticeId);
    if (!target) return false;
    ports.desktop.openMain(target.ticketId);
    changes.show(target.ticketId);
    return true;
  }

  function summary(): ReturnType<App['summary']> {
    const account = session.account();
    const counts = account && countTickets(account, ports.clock.now());
    return {
      unread: counts?.unread ?? 0,
      needsYou: counts?.needsYou ?? 0,
      unsent: counts?.unsent ?? 0,
      connection: account?.connection() ?? {
        state: 'signed-out',
        checkedAt: null,
        nextCheckAt: null,
        progress: null,
        problem: null,
      },
      session: session.get(),
    };
  }

  return {
    handlers: guarded(
      {
        ...sessionCommands(session),
        ...ticketCommands(context),
        ...markCommands(context),
        ...statsCommands(context),
        ...serviceCommands(context),
        ...replyCommands(context),
        ...deskCommands(context, { looking, clicked, clipboard, session: session.get }),
      },
      session.account,
    ),
    start: session.start,
    async stop() {
      await clipboard.takeBack();
      // ends what is under way, so that nobody waits for a slow network
      await ports.http.close();
      await session.stop();
    },
    on: changes.on,
    wake: (reason) => session.account()?.scheduler.wake(reason),
    notificationClicked: (id) => void clicked(id),
    summary,
    forgetPage: looking.forget,
  };
}

function sessionCommands(session: SessionControl) {
  return {
    'session.get': () => success(session.get()),
    'session.connect': ({ apiKey }: { apiKey: string }) => session.connect(apiKey),
    'session.demo': () => session.demo(),
    'session.signOut': () => session.signOut(),
    'account.add': () => failure('refused'),
    'account.change': () => failure('refused'),
    'account.signOut': () => session.signOut(),
    'session.retryKeychain': () => session.retryKeychain(),
    'session.dismissWarnings': () => {
      session.dismissWarnings();
      return success(null);
    },
  };
}

/** The one place where a fault of a database becomes an answer, and so does an account that ends meanwhile. */
function guarded(handlers: Handlers, account: () => Account | null): Handlers {
  const guard = (name: CallName) => async (input: never, from: never) => {
    const asked = account();
    try {
      return await handlers[name](input, from);
    } catch (cause) {
      if (cause instanceof StoreError) return failure(cause.code);
      // its databases were closed while HostUp was slow: no bug, and nobody there any more to answer for
      if (asked !== account()) return failure('no_key');
      throw cause;
    }
  };
  return Object.fromEntries(
    (Object.keys(handlers) as CallName[]).map((name) => [name, guard(name)]),
  ) as never;
}
