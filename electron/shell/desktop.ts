// Which windows are open and what each was opened for: the Desktop port, and the shell's way to tell and close them.
// Knows windows only as panes, so it runs without Electron.
import type { EventData, EventName } from '../contract/events.ts';
import type { Desktop } from '../core/ports.ts';

export type Kind = 'main' | 'quick';

/** One open window. */
export type Pane = {
  /** what the program calls the page by */
  readonly id: string;
  bringToFront(): void;
  tell(event: string, data: unknown): void;
  /** asks the page to close, so that it can save what is being typed; the window is gone afterwards */
  close(): void;
  onClosed(listener: () => void): void;
  /** nothing can be done with it any more, though `onClosed` may not have been told yet */
  isGone(): boolean;
};

type DesktopParts = {
  readonly open: (kind: Kind, hash: string) => Pane;
  readonly openExternal: (href: string) => Promise<boolean>;
  readonly clipboard: NonNullable<Desktop['clipboard']>;
  /** a page is gone, and nobody looks at anything there any more */
  readonly onGone: (id: string) => void;
};

type ShellDesktop = Desktop & {
  /** tells every page of a change, and the main window what to show */
  tell<N extends EventName>(event: N, data: EventData<N>): void;
  /** settles when every window is gone */
  closeAll(): Promise<void>;
};

const hashOf = { main: 'ticket', quick: 'quick' } as const;

/** No window is open until one is asked for. */
export function createDesktop({ open, openExternal, clipboard, onGone }: DesktopParts): ShellDesktop {
  const panes = new Map<Kind, Pane>();
  let quickTicket: string | null = null;
  let whenEmpty: (() => void)[] = [];

  function isOpen(kind: Kind): boolean {
    return panes.get(kind)?.isGone() === false;
  }

  function show(kind: Kind, ticketId: string | null): void {
    const pane = panes.get(kind);
    if (pane === undefined || pane.isGone()) {
      const home = kind === 'main' ? '#/' : '#/quick';
      add(kind, open(kind, ticketId === null ? home : `#/${hashOf[kind]}/${encodeURIComponent(ticketId)}`));
      return;
    }
    // The core itself tells the main window what to show.
    if (kind === 'quick' && ticketId !== null) pane.tell('show', { ticketId });
    pane.bringToFront();
  }

  function add(kind: Kind, pane: Pane): void {
    panes.set(kind, pane);
    pane.onClosed(() => {
      // another one may be open by now
      if (panes.get(kind) === pane) panes.delete(kind);
      onGone(pane.id);
      if (panes.size > 0) return;
      for (const done of whenEmpty) done();
      whenEmpty = [];
    });
  }

  return {
    openMain: (ticketId) => show('main', ticketId),
    openQuick(ticketId) {
      if (ticketId !== null || !isOpen('quick')) quickTicket = ticketId;
      show('quick', ticketId);
    },
    quickTicket: (from) => (panes.get('quick')?.id === from ? quickTicket : null),
    closeWindow(from) {
      for (const pane of panes.values()) if (pane.id === from) pane.close();
    },
    openExternal,
    clipboard,
    tell(event, data) {
      for (const [kind, pane] of panes) {
        if (event !== 'show' || kind === 'main') pane.tell(event, data);
      }
    },
    async closeAll() {
      if (panes.size === 0) return;
      const empty = new Promise<void>((resolve) => whenEmpty.push(resolve));
      for (const pane of panes.values()) pane.close();
      await empty;
    },
  };
}
