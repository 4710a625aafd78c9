// Picks the way to the program: the preload's `window.hostup` in Electron, else the preview's WebSocket.
// Knows no call by name and no view.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Transport } from '../electron/contract/transport.ts';
import { createSocketTransport } from './socket-transport.ts';

declare global {
  interface Window {
    /** set by the preload script in Electron */
    readonly hostup?: Transport;
  }
}

export type Bridge = {
  readonly transport: Transport;
  /** false while the program cannot be reached; true again once it answers */
  readonly link: ReadonlySignal<boolean>;
  /** true while a program answers that was started since, and that does not let this browser in yet */
  readonly startedAnew: ReadonlySignal<boolean>;
  /** true where a browser of the user's shows this page, false in the program's own windows */
  readonly inBrowser: boolean;
};

/** Builds the one bridge of this page. */
export function createBridge(page: Window): Bridge {
  if (page.hostup !== undefined) {
    return { transport: page.hostup, link: signal(true), startedAnew: signal(false), inBrowser: false };
  }
  const link = signal(true);
  const startedAnew = signal(false);
  const transport = createSocketTransport({
    open: () => new WebSocket(`ws://${page.location.host}/socket`),
    later: (run, milliseconds) => page.setTimeout(run, milliseconds),
    onLink: async (up) => {
      link.value = up;
      const isBarred = !up && (await isForbidden(page));
      startedAnew.value = isBarred && !link.peek();
    },
  });
  return { transport, link, startedAnew, inBrowser: true };
}

/** A socket does not say why it was refused: each program lets in who opened the address that it printed. */
async function isForbidden(page: Window): Promise<boolean> {
  try {
    return (await page.fetch('/', { method: 'HEAD' })).status === 403;
  } catch {
    return false;
  }
}
