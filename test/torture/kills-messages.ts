// What parent and child say to each other, and the time they share.

/** Where the child dies by itself; `parent`: not at all, the parent kills it. */
export type Death = { readonly at: 'parent' | 'write' | 'before-post' | 'after-post'; readonly nth: number };

export type ToChild =
  | {
      readonly kind: 'start';
      readonly folder: string;
      readonly baseUrl: string;
      readonly apiKey: string;
      /** 64 hex digits */
      readonly databaseKey: string;
      /** epoch milliseconds at which the fast time began */
      readonly origin: number;
      readonly keepEncrypted: boolean;
      readonly death: Death;
    }
  | { readonly kind: 'call'; readonly n: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'stop' };

export type FromChild =
  /** its modules are there; the program waits for its orders */
  | { readonly kind: 'loaded' }
  | { readonly kind: 'started' }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: unknown }
  | { readonly kind: 'bug'; readonly text: string };

/** Two minutes pass in a second, so that "ask the person after 120 s" is met within a case. */
const speed = 120;
/** between two looks, in fast milliseconds */
export const pollMs = 30_000;

/** A clock that child and server agree on, because both take it from the machine's. */
export function fastTime(origin: number) {
  return {
    now: () => origin + (Date.now() - origin) * speed,
    /** how long fast milliseconds really are */
    real: (ms: number) => ms / speed,
  };
}
