// Saving a file where the user wants it: one that HostUp has, or one that is made here.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Files } from '../files-port.ts';
import type { CacheStore } from '../ports.ts';
import { attachmentOf } from './attachment.ts';
import { fileWork, type Source } from './entry.ts';
import type { DownloadList } from './list.ts';
import { safeName } from './names.ts';
import type { DownloadQueue } from './queue.ts';

/** Null: the user did not want it anywhere. */
export type Started = Result<{ id: string | null }>;

export type Saving = {
  /** @param nameless what a file without a name is called */
  save(source: Source, nameless: string): Promise<Started>;
  /** Saves what is made here; it is made once the user has said where. */
  saveMade(
    ticketId: string,
    name: string,
    make: () => Promise<Result<Uint8Array | string>>,
  ): Promise<Started>;
};

type SavingParts = {
  readonly list: DownloadList;
  readonly queue: DownloadQueue;
  readonly files: Files;
  readonly cache: Pick<CacheStore, 'message'>;
  readonly newId: () => string;
};

/** What the file system refuses is an answer: store_full, file_not_saved. */
export function createSaving({ list, queue, files, cache, newId }: SavingParts): Saving {
  const nowhere: Started = success({ id: null });

  async function save(source: Source, nameless: string): Promise<Started> {
    const attachment = attachmentOf(cache, source);
    if (!attachment) return failure('not_found');
    const wanted = await files.askWhere(safeName(attachment.filename, attachment.extension, nameless));
    if (wanted === null || list.isClosed()) return nowhere;
    const part = await files.create(wanted);
    await part.close();
    const { target, path } = part;
    const entry = list.add({ id: newId(), ticketId: source.ticketId, source, target, path });
    queue.run(entry);
    return success({ id: entry.id });
  }

  const saveMade: Saving['saveMade'] = async (ticketId, name, make) => {
    const wanted = await files.askWhere(safeName(name, null, name));
    if (wanted === null || list.isClosed()) return nowhere;
    const made = await make();
    if (!made.ok) return made;
    if (list.isClosed()) return nowhere;
    const part = await files.create(wanted);
    try {
      const received = await part.write(made.value, 0);
      const saved = { target: await part.finish(), path: null };
      const id = newId();
      list.add({ id, ticketId, source: null, ...saved, state: 'done', received, total: received });
      list.changed();
      return success({ id });
    } catch (cause) {
      await part.close();
      await files.removePart(part.path);
      throw cause;
    }
  };

  return {
    save: (source, nameless) => fileWork(() => save(source, nameless)),
    saveMade: (ticketId, name, make) => fileWork(() => saveMade(ticketId, name, make)),
  };
}
