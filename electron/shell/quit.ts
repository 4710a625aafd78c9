// The end of the program: asks when replies are unsent, lets the pages save, stops the core, and only then quits.

export type QuitParts = {
  readonly unsent: () => { readonly count: number; readonly durable: boolean };
  /** asks whether to quit although replies wait */
  readonly confirm: (count: number, durable: boolean) => Promise<boolean>;
  readonly closeWindows: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** ends the program; comes back to `beforeQuit` once more */
  readonly quit: () => void;
  readonly after: (ms: number, task: () => void) => () => void;
  readonly onFailure: (cause: unknown) => void;
};

/** A page or a request that hangs must not keep the program from ending. */
const patienceMs = 8_000;

/** Whichever way the end is asked for, the core is stopped once. */
export function createQuit(parts: QuitParts) {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  let asking = false;

  async function stop(): Promise<void> {
    state = 'stopping';
    let cancel = () => {};
    const late = new Promise<void>((resolve) => {
      cancel = parts.after(patienceMs, resolve);
    });
    const orderly = async () => {
      await parts.closeWindows();
      await parts.stop();
    };
    await Promise.race([orderly().catch(parts.onFailure), late]);
    cancel();
    state = 'stopped';
  }

  return {
    /** The user chose "Quit". */
    async asked(): Promise<void> {
      if (asking || state !== 'running') return;
      const { count, durable } = parts.unsent();
      asking = true;
      const agreed = count === 0 || (await parts.confirm(count, durable));
      asking = false;
      if (agreed) parts.quit();
    },
    /** The system says that the program is about to end, for whatever reason: a signal does not want to be asked. */
    beforeQuit(event: { preventDefault(): void }): void {
      if (state === 'stopped') return;
      event.preventDefault();
      if (state === 'running') void stop().then(parts.quit);
    },
    /** The computer shuts down: whoever holds the quit up now holds up the shutdown. What matters is on disk already. */
    sessionEnds(): void {
      if (state !== 'running') return;
      state = 'stopped';
      parts.stop().catch(parts.onFailure);
    },
  };
}
