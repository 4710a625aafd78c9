// The whole program without a shell: what a shell starts, asks and hears. (Assembled from core's parts.)
import type { EventData } from '../contract/events.ts';
import type { Connection, Session } from '../contract/model.ts';
import type { Handlers } from '../contract/transport.ts';
import type { Ports } from './ports.ts';

export type AppEvent =
  | { readonly event: 'changed'; readonly data: EventData<'changed'> }
  | { readonly event: 'show'; readonly data: EventData<'show'> };

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

export type CreateApp = (ports: Ports) => App;
