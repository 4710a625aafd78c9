// Whether the key in use may write, so that the composer can say so before anything is typed. Asked once per key. While it
// may not: at each start, when it is typed, and once a day, because a key can be given that right later.
import type { Account } from '../account.ts';
import { bestEffort } from '../best-effort.ts';
import type { Clock, Log } from '../ports.ts';

/** where the cache keeps of which key it is known whether it may write */
const scopeMeta = 'scope-of';
const askAgain = 24 * 3_600_000;

type KeyScope = {
  /** From now on this key is in use. */
  watch(account: Account, keyPrint: string): void;
  end(): void;
};

export function createKeyScope(clock: Clock, log: Log): KeyScope {
  let stopTimer = () => {};
  let watched: object | null = null;

  /** @param isWatched whether that key is still the one in use */
  async function learn(account: Account, keyPrint: string, isWatched: () => boolean): Promise<void> {
    const { cache, remote } = account;
    let knownOf: string | null = null;
    bestEffort(log, 'scope', () => {
      knownOf = cache.meta(scopeMeta);
    });
    if (knownOf === keyPrint && account.canWrite()) return;
    const answer = await remote.mayWrite();
    if (!isWatched()) return;
    // what is known of the key before it says nothing of this one
    const may = answer ?? (knownOf === null || knownOf === keyPrint ? null : true);
    if (may !== null && may !== account.canWrite()) account.setCanWrite(may);
    if (answer !== null) bestEffort(log, 'scope', () => cache.setMeta(scopeMeta, keyPrint));
  }

  function watch(account: Account, keyPrint: string): void {
    stopTimer();
    const mine = {};
    watched = mine;
    stopTimer = clock.after(askAgain, () => watch(account, keyPrint));
    void learn(account, keyPrint, () => watched === mine);
  }

  return {
    watch,
    end() {
      stopTimer();
      watched = null;
    },
  };
}
