// The page's way to the program over Electron's IPC: calls and events that the contract names, and nothing else. Hands
// out no object of Electron's.
import { calls } from './calls.ts';
import { failure } from './codes.ts';
import { events } from './events.ts';
import type { Transport } from './transport.ts';

/** What is needed of Electron's ipcRenderer. */
export type PageIpc = {
  invoke(channel: string, ...given: readonly unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, ...given: readonly unknown[]) => void): unknown;
  off(channel: string, listener: (event: unknown, ...given: readonly unknown[]) => void): unknown;
};

/** A name that the contract does not know is answered here, and never reaches the program. */
export function ipcTransport(ipc: PageIpc): Transport {
  return {
    call(name, input) {
      if (!Object.hasOwn(calls, name)) return Promise.resolve(failure('bad_call'));
      return ipc.invoke('call', name, input);
    },
    on(event, listener) {
      if (!Object.hasOwn(events, event)) return () => {};
      const hear = (_: unknown, name: unknown, data: unknown) => {
        if (name === event) listener(data);
      };
      ipc.on('event', hear);
      return () => {
        ipc.off('event', hear);
      };
    },
  };
}
