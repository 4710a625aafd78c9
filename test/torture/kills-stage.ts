// What lasts over the lives of a program that is killed: its folder, the server, and the customer.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoApi, DEMO_KEY, type DemoApi } from '../../electron/demo/api.ts';
import type { DemoMask } from '../../electron/demo/types.ts';
import { pick, randomFrom } from '../fakes/random.ts';
import { createTestServer, type TestServer } from '../server/server.ts';
import { type Customer, createCustomer } from './kills-customer.ts';
import { type Death, fastTime } from './kills-messages.ts';
import type { Life, Nursery } from './kills-process.ts';
import { memoryFolder } from './memory-folder.ts';

export const databaseKey = 'c0ffee11'.repeat(8);

export type Stage = {
  readonly random: () => number;
  readonly folder: string;
  readonly home: string;
  readonly origin: number;
  readonly api: DemoApi;
  readonly server: TestServer;
  readonly customer: Customer;
  /** the texts of encrypted messages are kept on disk */
  readonly keepEncrypted: boolean;
  /** the texts of encrypted messages come back hidden */
  readonly masked: boolean;
  /** called around each reply that reaches the server */
  readonly onPost: { before(): void; after(): void };
};

export async function createStage(seed: number): Promise<Stage> {
  const random = randomFrom(seed);
  // half of them on a disk, where writing takes its time, half of them where it takes none
  const folder = mkdtempSync(join(seed % 2 === 0 ? tmpdir() : memoryFolder(), 'kills-'));
  const origin = Date.now();
  const mask = pick<DemoMask>(random, ['plain', 'masked', 'null']);
  const keepEncrypted = random() < 0.6;
  const api = createDemoApi({
    now: fastTime(origin).now,
    random,
    tickets: 0,
    staffReplyAfterMs: null,
    automation: 'never',
    rateLimit: null,
    maskEncrypted: mask,
  });
  const ticketIds: [string, string, string] = [
    api.addTicket({ subject: 'VPS svarar inte' }).id,
    api.addTicket({ subject: 'E-post studsar' }).id,
    api.addTicket({ subject: 'Faktura' }).id,
  ];
  const onPost = { before: () => {}, after: () => {} };
  const handle: DemoApi['handle'] = async (request) => {
    const isReply = request.method === 'POST' && request.path.endsWith('/messages');
    if (isReply) onPost.before();
    const answer = await api.handle(request);
    if (isReply) onPost.after();
    return answer;
  };
  const server = await createTestServer({ api: { ...api, handle } });
  const customer = createCustomer(random, api, ticketIds);
  const home = join(folder, 'accounts', 'acc');
  const masked = mask !== 'plain';
  return { random, folder, home, origin, api, server, customer, keepEncrypted, masked, onPost };
}

export const start = (
  { folder, origin, keepEncrypted, server }: Stage,
  nursery: Nursery,
  death: Death,
): Promise<Life> =>
  nursery.start({
    kind: 'start',
    folder,
    baseUrl: server.url,
    apiKey: DEMO_KEY,
    databaseKey,
    origin,
    keepEncrypted,
    death,
  });
