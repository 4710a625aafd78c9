// For work that may wait: what a full or damaged database keeps from being written is logged and made up for later.
import type { Log } from './ports.ts';
import { StoreError } from './records.ts';

/** Runs the work. A fault of a database is logged under this event; what only bugs throw comes out. */
export function bestEffort(log: Log, event: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    log.error(event, cause);
  }
}
