// Parts of Electron as the shell meets them, without Electron: they keep what was set on them, and what Electron would
// ask of it can be asked. Everything else is missing, so a use that nobody thought of fails.
import type { App, CustomScheme, IpcMain, Protocol, Session, WebContents } from 'electron';
import type { PageIpc } from '../../electron/contract/ipc-transport.ts';
import type { Look } from '../../electron/shell/window-options.ts';

type Listener = (...given: readonly unknown[]) => unknown;

/** Keeps listeners by event; `emit` answers what they answered. */
function listening() {
  const kept = new Map<string, Listener[]>();
  return {
    on: (event: string, listener: Listener) => void kept.set(event, [...(kept.get(event) ?? []), listener]),
    emit: (event: string, ...given: readonly unknown[]) =>
      (kept.get(event) ?? []).map((listener) => listener(...given)),
    events: () => [...kept.keys()],
  };
}

/** A web contents that can be asked to go somewhere. */
export function fakeContents() {
  const { on, emit, events } = listening();
  let openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null = null;
  const contents = {
    on,
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
  };
  return {
    contents: contents as unknown as WebContents,
    events,
    /** whether it was stopped from happening */
    isStopped(event: string, url: string): boolean {
      let stopped = false;
      emit(event, { url, preventDefault: () => (stopped = true) }, {}, { src: url });
      return stopped;
    },
    /** what becomes of `window.open`; null: nobody decides, and so it opens */
    opened: (url: string): string | null => openHandler?.({ url }).action ?? null,
  };
}

/** A session whose questions can be asked, and that keeps the handler of each scheme. */
export function fakeSession() {
  const set = new Map<string, Listener>();
  const served = new Map<string, (request: Request) => Promise<Response>>();
  const keep = (name: string) => (handler: Listener) => void set.set(name, handler);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        void served.set(scheme, handler),
    },
  };
  return {
    session: session as unknown as Session,
    served,
    /** the answers by request, by check and for a device; undefined: nobody was asked, and so it is granted */
    asks(permission: string, address: string) {
      let granted: unknown;
      set.get('request')?.(null, permission, (value: unknown) => (granted = value), {
        requestingUrl: address,
      });
      return {
        request: granted,
        check: set.get('check')?.(null, permission, address, {}),
        device: set.get('device')?.({ deviceType: permission, origin: address }),
      };
    },
  };
}

/** What a window of a release is made from, on a light desktop. */
export const aLook = (session: Session): Look => ({
  place: { width: 800, height: 600 },
  dark: false,
  packaged: true,
  platform: 'linux',
  title: 'HostUp Support',
  preload: '/out/preload/preload.cjs',
  icon: '/out/icons/notification.png',
  session,
});

/** The program's end of IPC; `ask` is a page that calls. */
export function fakeIpc() {
  const handlers = new Map<string, Listener>();
  const ipc = { handle: (channel: string, listener: Listener) => void handlers.set(channel, listener) };
  return {
    ipc: ipc as unknown as IpcMain,
    channels: () => [...handlers.keys()],
    ask: async (event: unknown, ...given: readonly unknown[]): Promise<unknown> =>
      handlers.get('call')?.(event, ...given),
  };
}

export type Frame = { readonly url: string };

/** The event of a call: from the window's own page, unless another frame (or none any more) is named. */
export function callFrom(page: Frame, frame: Frame | null = page, id = 1): unknown {
  return { sender: { id, mainFrame: page }, senderFrame: frame };
}

/** The program object before it is ready: what was asked of it, in order. */
export function fakeApp(switches: readonly string[] = []) {
  const { on, emit } = listening();
  const did: string[] = [];
  const schemes: CustomScheme[] = [];
  const app = {
    on: (event: string, listener: Listener) => {
      did.push(`on ${event}`);
      on(event, listener);
    },
    enableSandbox: () => void did.push('sandbox'),
    commandLine: { hasSwitch: (name: string) => switches.includes(name) },
  };
  const protocol = {
    registerSchemesAsPrivileged: (more: readonly CustomScheme[]) => void schemes.push(...more),
  };
  return {
    app: app as unknown as App,
    protocol: protocol as unknown as Protocol,
    did,
    schemes,
    /** Electron made a web contents */
    create: (contents: WebContents) => void emit('web-contents-created', {}, contents),
  };
}

/** The page's end of IPC: what it sent, and a program that can tell it something. */
export function fakePageIpc(answer: unknown) {
  type Hear = Parameters<PageIpc['on']>[1];
  const sent: unknown[][] = [];
  const listeners = new Set<Hear>();
  const ipc: PageIpc = {
    invoke: async (...given) => {
      sent.push(given);
      return answer;
    },
    on: (_channel, listener) => listeners.add(listener),
    off: (_channel, listener) => listeners.delete(listener),
  };
  return {
    ipc,
    sent,
    listeners: () => listeners.size,
    emit(channel: string, ...given: readonly unknown[]): void {
      if (channel === 'event')
        for (const listener of listeners) listener({ sender: 'of Electron' }, ...given);
    },
  };
}
