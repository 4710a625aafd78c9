// What the user decides about one download: to cancel it, go on with it, see it in its folder, or have it out of sight.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Files } from '../files-port.ts';
import { fileWork } from './entry.ts';
import type { DownloadList } from './list.ts';
import type { DownloadQueue } from './queue.ts';

export type Choices = {
  cancel(id: string): Promise<Result<null>>;
  resume(id: string): Result<null>;
  show(id: string): Result<null>;
  dismiss(id: string): Result<null>;
};

/** Codes: not_found (there is none such), conflict (too late or too early for that). */
export function createChoices(
  list: DownloadList,
  queue: DownloadQueue,
  files: Pick<Files, 'reveal'>,
): Choices {
  return {
    cancel: (id) =>
      fileWork<null>(async () => {
        const entry = list.find(id);
        if (!entry) return failure('not_found');
        if (entry.state === 'done') return failure('conflict');
        await queue.drop(entry);
        return success(null);
      }),
    resume(id) {
      const entry = list.find(id);
      if (!entry) return failure('not_found');
      if (entry.state === 'broken') queue.run(entry);
      return success(null);
    },
    show(id) {
      const entry = list.find(id);
      if (entry?.state !== 'done') return failure('not_found');
      return files.reveal(entry.target) ? success(null) : failure('refused');
    },
    dismiss(id) {
      const entry = list.find(id);
      if (!entry) return failure('not_found');
      if (entry.state !== 'done') return failure('conflict');
      list.remove(id);
      list.changed();
      return success(null);
    },
  };
}
