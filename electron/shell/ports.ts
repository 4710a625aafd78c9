// The core's ports in Electron: those that every shell fills alike, and what only Electron can give.
import { join } from 'node:path';
import { app, Notification, nativeImage, session } from 'electron';
import ElectronStore from 'electron-store';
import type { Environment } from '../adapters/environment.ts';
import { httpOver } from '../adapters/http-over.ts';
import { nodePorts } from '../adapters/node-ports.ts';
import type { Clock, Log, Notifier, Ports } from '../core/ports.ts';
import { Secret } from '../core/secret.ts';
import { toPlain } from '../core/text/plain.ts';
import { createDemoApi, DEMO_KEY } from '../demo/api.ts';
import { openDatabase } from './database.ts';
import { createNotifier } from './notifications.ts';
import { proxyOf } from './system-proxy.ts';

type Given = {
  readonly folder: string;
  readonly environment: Environment;
  readonly log: Log;
  readonly demo: boolean;
};

/** Every port but those that need the core or a window. */
export function buildPorts({
  folder,
  environment,
  log,
  demo,
}: Given): Omit<Ports, 'notifier' | 'desktop' | 'files'> {
  const shared = nodePorts({
    folder,
    environment,
    log,
    openDatabase,
    plain: toPlain,
    SettingsStore: ElectronStore,
    proxy: async (url) => proxyOf(await session.defaultSession.resolveProxy(url)),
    version: app.getVersion(),
    platform: process.platform,
    systemLanguage: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    startInDemo: demo,
  });
  return {
    ...shared,
    demo() {
      const api = createDemoApi({ now: shared.clock.now, random: shared.random });
      return { http: httpOver(api.handle), key: new Secret(DEMO_KEY) };
    },
  };
}

/** @param onClick hears the id of a notification that was clicked */
export function systemNotifier(clock: Clock, onClick: (id: string) => void): Notifier {
  const icon = nativeImage.createFromPath(join(import.meta.dirname, '..', 'icons', 'notification.png'));
  return createNotifier({
    isSupported: () => Notification.isSupported(),
    create(content) {
      const native = new Notification({ ...content, icon });
      return {
        // One signature for the three events, which Electron overloads.
        on: (event, listener) => native.on(event as 'click', listener),
        show: () => native.show(),
        close: () => native.close(),
      };
    },
    platform: process.platform,
    now: clock.now,
    after: clock.after,
    onClick,
  });
}
