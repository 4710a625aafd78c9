// The whole core on real parts that need no machine: SQLite, the stand-in API in this process, a clock turned by
// hand, a keychain and a notifier in memory. What a test sees is what a page sees: calls, events, notifications.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../electron/adapters/files.ts';
import { httpOver } from '../../electron/adapters/http-over.ts';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { type Client, client, serve } from '../../electron/contract/transport.ts';
import { type App, createApp } from '../../electron/core/app.ts';
import type { Announcement, Http, Ports, StoredSettings } from '../../electron/core/ports.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createDemoApi, DEMO_KEY } from '../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../electron/demo/types.ts';
import { createFakeClock, type FakeClock } from './clock.ts';
import { memoryKeychain } from './keychain-memory.ts';
import { ownIds } from './own-ids.ts';

export type Shown = Announcement & { readonly at: number };

export type ProgramOptions = {
  readonly clock?: FakeClock;
  /** where stores are kept; left out: a new folder, removed by `remove` */
  readonly folder?: string;
  readonly api?: Partial<DemoApiOptions>;
  /** between the program and the stand-in: faults go here */
  readonly wrap?: (http: Http) => Http;
  readonly ports?: Partial<Ports>;
  /** how the page names tickets; left out: as HostUp does, which says it all where there is one account */
  readonly ids?: 'own' | 'scoped';
};

/** Everything outlives `restart`, as disk, keychain and provider do. */
export function createWorldUnderTest(options: ProgramOptions = {}) {
  const clock = options.clock ?? createFakeClock();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'hostup-core-'));
  const api = createDemoApi({
    now: clock.now,
    random: () => 0.5,
    staffReplyAfterMs: null,
    automation: 'never',
    ...options.api,
  });
  const keychain = memoryKeychain();
  const stores = createStores({ folder, open: openBetter });
  const shown: Shown[] = [];
  const withdrawn: string[] = [];
  const bugs: unknown[] = [];
  let requests = 0;
  let settings: StoredSettings = {
    ...defaultSettings,
    language: 'en',
    accounts: [],
  };

  const counted: Http = httpOver(async (request) => {
    requests += 1;
    return api.handle(request);
  });
  const http = options.wrap ? options.wrap(counted) : counted;

  function ports(): Ports {
    return {
      clock,
      random: () => 0.5,
      newId: () => randomUUID(),
      newDatabaseKey: () => new Secret(randomBytes(32).toString('hex')),
      fingerprint: (secret) => createHash('sha256').update(secret.reveal()).digest('hex').slice(0, 12),
      http,
      demo: () => ({ http: counted, key: new Secret(DEMO_KEY) }),
      keychain,
      settings: {
        get: () => settings,
        set: (patch) => {
          settings = { ...settings, ...patch };
        },
      },
      stores,
      notifier: {
        show: async (announcement) => {
          shown.push({ ...announcement, at: clock.now() });
          return 'shown';
        },
        withdraw: (id) => withdrawn.push(id),
        inPage: () => [],
      },
      desktop: {
        clipboard: null,
        openMain: () => {},
        openQuick: () => {},
        quickTicket: () => null,
        closeWindow: () => {},
        openExternal: async (href) => href.startsWith('https:'),
      },
      files: nodeFiles({
        home: folder,
        askWhere: async (name) => join(folder, name),
        reveal: () => false,
      }),
      log: { info: () => {}, warn: () => {}, error: (_event, cause) => bugs.push(cause) },
      keyForThisRun: null,
      startInDemo: false,
      fixedPollMs: null,
      version: '0.0.0',
      platform: 'linux',
      systemLanguage: 'en-GB',
      ...options.ports,
    };
  }

  /** Starts the program, with other ports for this time if need be; the page is a client over the contract, with values copied at the border. */
  async function start(other: Partial<Ports> = {}): Promise<Program> {
    const app = createApp({ ...ports(), ...other });
    const answer = serve(
      app.handlers,
      () => true,
      (_name, cause) => bugs.push(cause),
    );
    const listeners = new Set<(event: string, data: unknown) => void>();
    app.on(({ event, data }) => {
      for (const listener of listeners) listener(event, structuredClone(data));
    });
    const page = (options.ids === 'scoped' ? client : ownIds)({
      call: async (name, input) =>
        structuredClone(await answer({ id: 'page' }, name, structuredClone(input))),
      on(event, listener) {
        const hear = (heard: string, data: unknown) => heard === event && listener(data);
        listeners.add(hear);
        return () => listeners.delete(hear);
      },
    });
    await app.start();
    await clock.advance(0);
    return { app, page };
  }

  return {
    clock,
    api,
    keychain,
    stores,
    shown,
    withdrawn,
    bugs,
    folder,
    settings: () => settings,
    requests: () => requests,
    start,
    /** starts, signs in with the stand-in's key and lets the first look finish */
    async signedIn(): Promise<Program> {
      const program = await start();
      const answer = await program.page.call('session.connect', { apiKey: DEMO_KEY });
      if (!answer.ok) throw new Error(`could not sign in: ${answer.code}`);
      await clock.advance(2_000);
      return program;
    },
    remove: () => {
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Program = { readonly app: App; readonly page: Client };
