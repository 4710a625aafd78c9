// The only bridge between a page and the program: calls and events that the contract names, and nothing else.
// Runs sandboxed; hands the page no object of Electron's.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { calls } from './contract/calls.ts';
import { failure } from './contract/codes.ts';
import { events } from './contract/events.ts';
import type { Transport } from './contract/transport.ts';

const transport: Transport = {
  call(name, input) {
    if (!Object.hasOwn(calls, name)) return Promise.resolve(failure('bad_call'));
    return ipcRenderer.invoke('call', name, input);
  },
  on(event, listener) {
    if (!Object.hasOwn(events, event)) return () => {};
    const hear = (_: IpcRendererEvent, name: unknown, data: unknown) => {
      if (name === event) listener(data);
    };
    ipcRenderer.on('event', hear);
    return () => {
      ipcRenderer.off('event', hear);
    };
  },
};

contextBridge.exposeInMainWorld('hostup', transport);
