// What is said of the way to HostUp, from what its parts know: the looks, the outbox, the gate, the key. Pure.
import type { Failure } from '../../contract/codes.ts';
import type { Connection } from '../../contract/model.ts';

type Known = {
  /** by the looks */
  readonly seen: Omit<Connection, 'nextCheckAt'>;
  /** why a reply could not be written down; null: it could */
  readonly stuck: Failure | null;
  /** why nothing may be sent now; null: it may */
  readonly shut: Failure | null;
  readonly signedOut: boolean;
  readonly nextCheckAt: number | null;
};

/** What keeps replies from being written down concerns the user more than a look that went well. */
export function connectionOf({ seen, stuck, shut, signedOut, nextCheckAt }: Known): Connection {
  // HostUp may ask for a pause with other answers than 429 too, and the pause is what the user can wait for
  const paused =
    shut && (!seen.problem || seen.problem.code === 'server_error')
      ? { state: 'paused' as const, problem: shut }
      : {};
  const worse = stuck && !seen.problem ? { state: 'error' as const, problem: stuck } : {};
  // a reply may have been the one to learn that the key is refused
  const out = signedOut ? { state: 'signed-out' as const } : {};
  return { ...seen, ...paused, ...worse, ...out, nextCheckAt };
}
