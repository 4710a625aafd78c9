// The program as a process of its own, to be killed: the whole core with the real HTTP client and databases on disk.
// Its keychain and settings are in memory, filled by the parent; its clock runs faster, in step with the parent's.
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { nodeFiles } from '../../electron/adapters/files.ts';
import { createHttp } from '../../electron/adapters/http.ts';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { serve } from '../../electron/contract/transport.ts';
import { createApp } from '../../electron/core/app.ts';
import type { Clock, Http, Log, Ports } from '../../electron/core/ports.ts';
import { Secret } from '../../electron/core/secret.ts';
import { toPlain } from '../../electron/core/text/plain.ts';
import { createDisk } from '../fakes/full-disk.ts';
import { memoryKeychain } from '../fakes/keychain-memory.ts';
import { type FromChild, fastTime, pollMs, type ToChild } from './kills-messages.ts';

type Orders = Extract<ToChild, { kind: 'start' }>;
const say = (message: FromChild) => process.send?.(message);
const die = () => void process.kill(process.pid, 'SIGKILL');

const log: Log = {
  info: () => {},
  warn: () => {},
  error: (event, cause) => say({ kind: 'bug', text: `${event}: ${String(cause)}` }),
};

function fastClock(orders: Orders): Clock {
  const { now, real } = fastTime(orders.origin);
  return {
    now,
    after(ms, task) {
      const timer = setTimeout(task, real(ms));
      return () => clearTimeout(timer);
    },
  };
}

/** Dies just before the nth reply is sent, or just after its answer came. */
function mortalHttp(http: Http, { death }: Orders): Http {
  let posts = 0;
  return {
    ...http,
    async request(request) {
      const isReply = request.method === 'POST' && request.path.endsWith('/messages');
      if (isReply) posts += 1;
      const isLast = isReply && posts === death.nth;
      if (isLast && death.at === 'before-post') die();
      const answer = await http.request(request);
      if (isLast && death.at === 'after-post') die();
      return answer;
    },
  };
}

async function ports(orders: Orders): Promise<Ports> {
  const { folder, baseUrl, apiKey, databaseKey, keepEncrypted, death } = orders;
  const keychain = memoryKeychain();
  await keychain.write('api-key:acc', new Secret(apiKey));
  await keychain.write('database-key:acc', new Secret(databaseKey));
  // a disk on which the nth write is not refused but the end
  const disk = createDisk(openBetter, { fill: die, empty: () => {} });
  if (death.at === 'write') disk.fillAt(death.nth, 'disk', true);
  const http = mortalHttp(createHttp({ baseUrl: new URL(baseUrl), log, env: {} }), orders);
  const unused = () => {
    throw new Error('not part of this program');
  };
  return {
    clock: fastClock(orders),
    random: () => randomInt(2 ** 47) / 2 ** 47,
    newId: randomUUID,
    newDatabaseKey: () => new Secret(randomBytes(32).toString('hex')),
    fingerprint: (secret) => createHash('sha256').update(secret.reveal()).digest('hex').slice(0, 12),
    http,
    demo: unused,
    keychain,
    settings: {
      get: () => ({
        ...defaultSettings,
        keepEncrypted,
        language: 'en',
        accounts: [{ id: 'acc', keySaved: true, name: '', colour: 'blue' }],
      }),
      set: () => {},
    },
    stores: createStores({ folder, open: disk.open, plain: toPlain }),
    files: nodeFiles({ home: folder, askWhere: unused, reveal: () => false }),
    notifier: { show: async () => 'shown', withdraw: () => {}, inPage: () => [] },
    desktop: {
      clipboard: null,
      openMain: unused,
      openQuick: unused,
      quickTicket: () => null,
      closeWindow: unused,
      openExternal: async () => false,
    },
    log,
    keyForThisRun: null,
    startInDemo: false,
    fixedPollMs: pollMs,
    version: '0.0.0',
    platform: process.platform,
    systemLanguage: 'en-GB',
  };
}

async function live(orders: Orders): Promise<void> {
  const app = createApp(await ports(orders));
  const answer = serve(
    app.handlers,
    () => true,
    (name, cause) => say({ kind: 'bug', text: `${name}: ${String(cause)}` }),
  );
  process.on('message', async (message: ToChild) => {
    if (message.kind === 'call')
      say({
        kind: 'answer',
        n: message.n,
        answer: await answer({ id: 'page' }, message.name, message.input),
      });
    if (message.kind === 'stop') {
      await app.stop();
      process.exit(0);
    }
  });
  await app.start();
  say({ kind: 'started' });
}

process.once('message', (message: ToChild) => {
  if (message.kind === 'start') void live(message);
});
process.on('disconnect', () => process.exit(0));
say({ kind: 'loaded' });
