// How many tickets each view and department holds.
import type { Counts } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery, type Query } from './query.ts';

export type CountsStore = Pick<Query<Counts>, 'value'>;

export function createCounts(client: Client, changes: Changes): CountsStore {
  const query = createQuery<Counts>(() => client.call('tickets.counts', {}));
  changes.watch(among('tickets', 'outbox', 'session'), query.ask);
  query.ask();
  return { value: query.value };
}
