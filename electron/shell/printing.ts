// Tickets as PDF: a page that nobody sees is opened, says when everything is on it, is printed and closed again. Knows
// windows only as sheets, so it runs without Electron.

/** One page that nobody sees. */
export type Sheet = {
  /** what the program calls the page by */
  readonly id: string;
  toPdf(): Promise<Uint8Array>;
  close(): void;
  onClosed(listener: () => void): void;
};

export type PrintingParts = {
  readonly open: (hash: string) => Sheet;
  readonly after: (ms: number, task: () => void) => () => void;
  readonly onFailure: (cause: unknown) => void;
};

/** A page that is not ready by then will not be. */
const patienceMs = 30_000;

export function createPrinting({ open, after, onFailure }: PrintingParts) {
  const waiting = new Map<string, () => void>();

  /** True when the page says so; false when it is gone or takes too long. */
  function isReady(sheet: Sheet): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = after(patienceMs, () => resolve(false));
      const end = (ready: boolean) => () => {
        cancel();
        resolve(ready);
      };
      waiting.set(sheet.id, end(true));
      sheet.onClosed(end(false));
    });
  }

  return {
    /** Null: it could not be made. */
    async print(ticketId: string): Promise<Uint8Array | null> {
      const sheet = open(`#/print/${encodeURIComponent(ticketId)}`);
      try {
        return (await isReady(sheet)) ? await sheet.toPdf() : null;
      } catch (cause) {
        onFailure(cause);
        return null;
      } finally {
        waiting.delete(sheet.id);
        sheet.close();
      }
    },
    /** @param from the page that has everything on it */
    printReady: (from: string): void => waiting.get(from)?.(),
  };
}
