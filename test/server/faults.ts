// Faults ordered per request: which request they meet, how often, and what goes wrong. Knows no sockets.

export type FaultKind =
  | 'apply-then-drop'
  | 'apply-then-status'
  | 'drop-before'
  | 'status'
  | 'delay'
  | 'apply-late'
  | 'html'
  | 'truncate'
  | 'reset'
  | 'hang'
  | 'wrong-json'
  | 'huge'
  | 'redirect';

/**
 * | kind | what the client sees | applied |
 * |---|---|---|
 * | apply-then-drop | the connection closes without an answer | yes |
 * | apply-then-status | `status` (502) with `body` | yes |
 * | drop-before | the connection closes without an answer | no |
 * | status | `status` (500) with `headers` and `body` | no |
 * | delay | the ordinary answer after `ms` | yes, after `ms` |
 * | apply-late | the connection closes at once | yes, after `ms` |
 * | html | `status` (200) with a login page of some network | `apply` |
 * | truncate | the ordinary answer, cut off in the middle | yes |
 * | reset | the connection is reset (RST) | `apply` |
 * | hang | nothing, until the client gives up | `apply` |
 * | wrong-json | `status` (200) with JSON of another shape, or `body` | `apply` |
 * | huge | `status` (200) with a JSON body of `bytes` (64 MiB) | `apply` |
 * | redirect | `status` (302) to `location` | no |
 */
export interface Fault {
  kind: FaultKind;
  /** Left out: any method. */
  method?: string | undefined;
  /** Tested against the path with its query; a string is the source of a regular expression. Left out: any path. */
  path?: RegExp | string | undefined;
  /** How many requests it meets before it is used up; default 1, `Infinity` until removed. */
  times?: number | undefined;
  /** How many matching requests pass unharmed first. */
  skip?: number | undefined;
  status?: number | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
  ms?: number | undefined;
  apply?: boolean | undefined;
  bytes?: number | undefined;
  location?: string | undefined;
}

export interface Faults {
  /** Adds a fault behind those already there; the answer removes it. */
  add: (fault: Fault) => () => void;
  /** The first fault that meets this request, counted as used. */
  take: (method: string, path: string) => Fault | null;
  clear: () => void;
  /** Faults that are not used up. */
  pending: () => number;
}

interface Entry {
  fault: Fault;
  path: RegExp;
  left: number;
  skip: number;
}

export function createFaults(): Faults {
  let entries: Entry[] = [];
  const remove = (entry: Entry): void => {
    entries = entries.filter((other) => other !== entry);
  };
  return {
    add(fault) {
      const entry = {
        fault,
        path: new RegExp(fault.path ?? ''),
        left: fault.times ?? 1,
        skip: fault.skip ?? 0,
      };
      entries = [...entries, entry];
      return () => remove(entry);
    },
    take(method, path) {
      const entry = entries.find((candidate) => meets(candidate, method, path));
      if (!entry) return null;
      if (entry.skip > 0) {
        entry.skip -= 1;
        return null;
      }
      entry.left -= 1;
      if (entry.left <= 0) remove(entry);
      return entry.fault;
    },
    clear() {
      entries = [];
    },
    pending: () => entries.length,
  };
}

function meets({ fault, path }: Entry, method: string, target: string): boolean {
  path.lastIndex = 0;
  return (fault.method === undefined || fault.method === method) && path.test(target);
}
