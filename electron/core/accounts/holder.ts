// Holds one account that is open, and the key that it is used with: opens it with its first key, gives it another one, and
// ends it. A key is used only with what its own customer has here.
import { type Failure, failure, type Result, success } from '../../contract/codes.ts';
import type { Account } from '../account.ts';
import type { Gate } from '../sync/gate.ts';
import { keyRefusal, rememberKey } from './key-check.ts';
import { createKeyScope } from './key-scope.ts';
import { type Opening, type OpenParts, openAccount } from './open-account.ts';
import type { Standing } from './standing.ts';

export type HolderParts = OpenParts & {
  readonly standing: Standing;
  /** what is known to the same server beside its own gate, before and after it */
  readonly door: Gate;
  /** whether another account is used with this key */
  readonly isUsedElsewhere: (keyPrint: string) => boolean;
};

export type Holder = {
  /** null while it is not open */
  account(): Account | null;
  /** the key it is used with, one-way; null: none yet */
  keyPrint(): string | null;
  /** One after the other. A failure: it is not used with this key; a typed one has changed nothing then. */
  use(opening: Opening): Promise<Result<null>>;
  hasEnded(): boolean;
  end(): Promise<void>;
};

type Held = {
  account: Account | null;
  print: string | null;
  ended: boolean;
  /** open, but not yet known to be of this key's customer */
  tried: Account | null;
};

/** Opens nothing until a key is to be used. */
export function createHolder(id: string, parts: HolderParts): Holder {
  const { ports, demo, door, standing } = parts;
  const held: Held = { account: null, print: null, ended: false, tried: null };
  const scope = createKeyScope(ports.clock, ports.log);

  async function use(opening: Opening): Promise<Result<null>> {
    if (held.ended) return failure('no_key');
    const keyPrint = ports.fingerprint(opening.key);
    // asked at the last moment: another account may have come to it while the keychain was asked
    if (!demo && parts.isUsedElsewhere(keyPrint)) return failure('key_in_use');
    const opened = held.account ? success(held.account) : openWith(id, opening, held, parts);
    if (!opened.ok) {
      standing.become('signed-out', opened);
      return opened;
    }
    const before = held.print;
    held.print = keyPrint;
    const refused = await refusalOf(opened.value, opening, held, parts);
    if (held.ended) return failure('no_key');
    if (refused) {
      held.print = before;
      await turnDown(opened.value, opening, held, standing);
      return refused;
    }
    held.account?.replaceKey(opening.key);
    begin(opened.value, opening, held, standing);
    standing.keyLiesIn(opening.keyIn);
    rememberKey(opened.value, keyPrint, ports.log);
    standing.become('signed-in');
    if (!demo) scope.watch(opened.value, keyPrint);
    return success(null);
  }

  return {
    account: () => held.account,
    keyPrint: () => held.print,
    use,
    hasEnded: () => held.ended,
    async end() {
      held.ended = true;
      scope.end();
      const ending = held.account ?? held.tried;
      held.account = null;
      if (ending && !demo) door.adopt(ending.gate);
      await ending?.stop();
    },
  };
}

function openWith(id: string, opening: Opening, held: Held, parts: HolderParts): Result<Account> {
  const { standing, demo, door } = parts;
  const made = openAccount(id, opening, parts, (reason) => {
    held.account?.pause();
    standing.become('signed-out', reason);
  });
  if (!made.ok) return made;
  if (!demo) made.value.account.gate.adopt(door);
  standing.warn(made.value.warnings);
  return success(made.value.account);
}

/** Null: the key may be used with what this account holds, or it has ended meanwhile. */
async function refusalOf(
  opened: Account,
  opening: Opening,
  held: Held,
  { demo, ports }: HolderParts,
): Promise<Failure | null> {
  if (demo) return null;
  held.tried = opened;
  try {
    return await keyRefusal(opened, opening, ports);
  } catch (cause) {
    // its databases were closed meanwhile
    if (held.ended) return null;
    throw cause;
  } finally {
    held.tried = null;
  }
}

function begin(opened: Account, { databaseKey }: Opening, held: Held, standing: Standing): void {
  if (held.account) return;
  held.account = opened;
  standing.opened(databaseKey !== null);
  opened.start();
}

/** A key that was found here leaves what is kept to be read, while nothing is asked or sent; a typed one changes nothing. */
async function turnDown(opened: Account, opening: Opening, held: Held, standing: Standing): Promise<void> {
  if (!opening.typed) {
    opened.pause();
    // starting looks and sends, which has to find no key
    begin(opened, opening, held, standing);
    opened.pause();
  } else if (!held.account) await opened.stop();
}
