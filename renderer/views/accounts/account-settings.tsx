// The accounts in the settings: each folded to a line where there are several, and the way to one more.
import type { Session } from '../../../electron/contract/model.ts';
import type { Text } from '../../text/en.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { AccountCard } from './account-card.tsx';
import { nameOfAccount } from './account-name.ts';
import { stateInWords } from './account-state.ts';
import { Swatch } from './account-tag.tsx';

/** @param at the account that is unfolded, with the keyboard on the way to its new key */
export function AccountSettings({ at }: { at: string | null }) {
  const stores = useStores();
  const { accounts, screen } = stores;
  const text = useText();
  const who = stores.session.value.value;
  const list = accounts.list.value;
  const byRun = who?.keyIn === 'run';
  return (
    <section class="setting" aria-label={text.accounts.title}>
      <h3 class="setting-name">{text.accounts.title}</h3>
      <div class="setting-value accounts">
        {accounts.several.value
          ? list.map((account) => (
              <details class="account" key={account.id} open={account.id === at}>
                <summary>
                  <Icon name="chevronRight" class="fold" />
                  <Swatch colour={account.colour} />
                  <span class="account-name">{nameOfAccount(stores, account.id)}</span>
                  <span class="account-state">{stateInWords(stores, account)}</span>
                </summary>
                <AccountCard account={account} keyFirst={account.id === at} />
              </details>
            ))
          : list.map((account) => <AccountCard key={account.id} account={account} />)}
        <span class="hint">{keptOf(who, text)}</span>
        {who?.demo !== true && !byRun && (
          <Button icon="plus" onPress={() => screen.showDialog('add-account')}>
            {text.accounts.add}
          </Button>
        )}
        {byRun && <span class="hint">{text.accounts.onlyOne}</span>}
      </div>
    </section>
  );
}

/** What is on the disk, or what it costs that nothing is. */
function keptOf(session: Session | null, text: Text): string {
  if (session?.demo) return text.demoSays;
  return session?.durable ? text.onDisk : text.keyNotKeptCost;
}
