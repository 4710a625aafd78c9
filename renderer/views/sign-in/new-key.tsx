// The dialog that takes a new key for an account.
import { useLayoutEffect, useState } from 'preact/hooks';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { toldAccount } from '../accounts/account-name.ts';
import { inUse, KeyForm } from './key-form.tsx';

export function NewKey({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const { session, screen, accounts } = stores;
  const text = useText();
  const [accountId] = useState(accounts.asked.peek());
  const [replaces] = useState(inUse(session.value.value, accountId));
  useLayoutEffect(session.forgetRefusal, []);
  const name = toldAccount(stores, accountId);
  const onDone = () => {
    onClose();
    if (replaces) screen.say(text.keyReplaced);
  };
  const title = replaces ? text.replaceKey : text.enterNewKey;
  return (
    <Dialog title={name === null ? title : text.accounts.newKeyFor(name)} onClose={onClose}>
      {replaces && <p class="dialog-lead">{text.replaceKeySays}</p>}
      {name !== null && <p class="dialog-lead">{text.accounts.otherCustomer}</p>}
      <KeyForm accountId={accountId} onDone={onDone} onCancel={onClose} />
    </Dialog>
  );
}
