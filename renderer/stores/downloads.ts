// Files that are fetched or were saved, of all tickets, and how large each attachment turned out to be.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../electron/contract/codes.ts';
import type { Download } from '../../electron/contract/download.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { among, type Changes } from './changes.ts';
import { createQuery } from './query.ts';

export type Source = { readonly ticketId: string; readonly messageId: string; readonly attachmentId: string };
export type DownloadAction = 'cancel' | 'resume' | 'show' | 'dismiss';

export type DownloadsStore = {
  /** latest first */
  readonly value: ReadonlySignal<readonly Download[]>;
  /** bytes by attachment, as far as they were learnt; HostUp does not tell beforehand */
  readonly sizes: ReadonlySignal<ReadonlyMap<string, number>>;
  /** attachments whose place is being asked for */
  readonly asking: ReadonlySignal<ReadonlySet<string>>;
  save(source: Source): Promise<Result<unknown>>;
  learn(attachmentId: string, bytes: number): void;
  act(action: DownloadAction, id: string): Promise<Result<null>>;
};

export function createDownloads(client: Client, changes: Changes): DownloadsStore {
  const query = createQuery<Download[]>(() => client.call('downloads.list', {}));
  const value = signal<readonly Download[]>([]);
  const sizes = signal<ReadonlyMap<string, number>>(new Map());
  const asking = signal<ReadonlySet<string>>(new Set());
  changes.watch(among('downloads', 'session'), query.ask);
  query.ask();
  effect(() => {
    // nobody is signed in: nothing is on its way
    value.value = query.problem.value === null ? (query.value.value ?? []) : [];
    for (const { attachmentId, total } of value.value) {
      if (attachmentId !== null && total !== null) learn(attachmentId, total);
    }
  });

  function learn(attachmentId: string, bytes: number): void {
    if (sizes.peek().get(attachmentId) !== bytes) {
      sizes.value = new Map([...sizes.peek(), [attachmentId, bytes]]);
    }
  }

  return {
    value,
    sizes,
    asking,
    learn,
    async save(source) {
      const { attachmentId } = source;
      asking.value = new Set([...asking.peek(), attachmentId]);
      const answer = await client.call('attachment.save', source);
      asking.value = new Set([...asking.peek()].filter((other) => other !== attachmentId));
      return answer;
    },
    act: (action, id) => client.call(`downloads.${action}`, { id }),
  };
}
