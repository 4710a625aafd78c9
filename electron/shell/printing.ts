// Tickets as PDF: a page that nobody sees is opened, says when everything is on it, is printed and closed again. Knows
// windows only as sheets, so it runs without Electron.
import { type Code, type Failure, failure, type Result, success } from '../contract/codes.ts';

/** One page that nobody sees. */
export type Sheet = {
  /** what the program calls the page by */
  readonly id: string;
  toPdf(): Promise<Uint8Array>;
  close(): void;
  onClosed(listener: () => void): void;
};

type PrintingParts = {
  readonly open: (hash: string) => Sheet;
  readonly after: (ms: number, task: () => void) => () => void;
  readonly onFailure: (cause: unknown) => void;
};

/** A page that is not ready by then will not be. */
const patienceMs = 30_000;
/** A document of thousands of pages takes seconds; an engine that hangs takes for ever. */
const printingMs = 60_000;

/** One sheet per ticket; several may be under way at once. */
export function createPrinting({ open, after, onFailure }: PrintingParts) {
  const waiting = new Map<string, (problem: Failure | null) => void>();

  /** Rejects when it takes longer. */
  function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = after(ms, () => reject(new Error(`${what} took longer than ${ms} ms`)));
      work.then(resolve, reject).finally(cancel);
    });
  }

  /** Null when the page says that everything is on it; a failure when it says why not, or is gone. */
  const ready = (sheet: Sheet): Promise<Failure | null> =>
    new Promise((resolve) => {
      waiting.set(sheet.id, resolve);
      sheet.onClosed(() => resolve(failure('internal')));
    });

  return {
    /** Says why it could not be made; what is our fault is told to `onFailure`, too. */
    async print(ticketId: string): Promise<Result<Uint8Array>> {
      const sheet = open(`#/print/${encodeURIComponent(ticketId)}`);
      try {
        const problem = await within(patienceMs, 'the page', ready(sheet));
        return problem ?? success(await within(printingMs, 'printing', sheet.toPdf()));
      } catch (cause) {
        onFailure(cause);
        return failure('internal');
      } finally {
        waiting.delete(sheet.id);
        sheet.close();
      }
    },
    /** @param from the page that has everything on it. @param problem why it never will */
    printReady: (from: string, problem: Code | null): void =>
      waiting.get(from)?.(problem === null ? null : failure(problem)),
  };
}
