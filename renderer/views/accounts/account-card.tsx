// One account in the settings: what it is called, its colour, where its key lies, and the ways to another key and out.
import type { Account } from '../../../electron/contract/account.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { inUse } from '../sign-in/key-form.tsx';
import { AccountColours } from './account-colours.tsx';
import { askNewKey, askSignOut } from './account-dialogs.ts';
import { nameOfAccount } from './account-name.ts';
import { AccountNameField } from './account-name-field.tsx';
import { stateInWords } from './account-state.ts';

/** @param keyFirst the keyboard is on the way to a new key when the settings open */
export function AccountCard({ account, keyFirst = false }: { account: Account; keyFirst?: boolean }) {
  const stores = useStores();
  const text = useText();
  const who = stores.session.value.value;
  const demo = who?.demo === true;
  const replaces = inUse(who, account.id);
  return (
    <fieldset class="account-card" aria-label={nameOfAccount(stores, account.id)}>
      {!demo && (
        <>
          <AccountNameField account={account} />
          <AccountColours account={account} />
        </>
      )}
      <div class="account-facts">
        <span>
          {stateInWords(stores, account)} · {demo ? text.demo : text.keyIn[account.keyIn]}
        </span>
        {account.problem !== null && (
          <span class="hint">
            {text.codes[account.problem.code].says} {text.codes[account.problem.code].next}
          </span>
        )}
        {!account.canWrite && account.state === 'signed-in' && <span class="hint">{text.readOnlySays}</span>}
      </div>
      <div class="account-actions">
        <Button icon="key" first={keyFirst} onPress={() => askNewKey(stores, account.id)}>
          {replaces ? text.replaceKey : text.enterNewKey}
        </Button>
        <Button kind="danger" onPress={() => askSignOut(stores, account.id)}>
          {demo ? text.leaveDemo : text.signOut}
        </Button>
      </div>
    </fieldset>
  );
}
