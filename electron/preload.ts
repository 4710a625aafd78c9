// The only bridge between a page and the program. Runs sandboxed.
import { contextBridge, ipcRenderer } from 'electron';
import { ipcTransport } from './contract/ipc-transport.ts';

contextBridge.exposeInMainWorld('hostup', ipcTransport(ipcRenderer));
