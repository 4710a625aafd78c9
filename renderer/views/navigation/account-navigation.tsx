// The accounts in the left pane, where there are several: each with what it asks for, and a click narrows the list to it.
import type { Account } from '../../../electron/contract/account.ts';
import type { Stores } from '../../stores/stores.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { nameOfAccount } from '../accounts/account-name.ts';
import { signOf, stateInWords, troubleOf } from '../accounts/account-state.ts';
import { Swatch } from '../accounts/account-tag.tsx';
import { chooseAccount } from '../commands/go.ts';

export function AccountNavigation() {
  const stores = useStores();
  const text = useText();
  const { accounts } = stores;
  if (!accounts.several.value) return null;
  return (
    <>
      <h2>{text.accounts.title}</h2>
      <ul class="nav-list">
        <li>
          <button
            type="button"
            class="nav-item"
            aria-current={accounts.chosen.value === null ? 'true' : undefined}
            onClick={() => chooseAccount(stores, null)}
          >
            <Icon name="building" />
            <span class="nav-label">{text.accounts.all}</span>
          </button>
        </li>
        {accounts.list.value.map((account) => (
          <Item key={account.id} account={account} />
        ))}
      </ul>
    </>
  );
}

function Item({ account }: { account: Account }) {
  const stores = useStores();
  const text = useText();
  const { id, colour } = account;
  const name = nameOfAccount(stores, id);
  const trouble = troubleOf(stores, account);
  const counts = stores.counts.value.value?.accounts.find((one) => one.id === id);
  const words = inWords(stores, account, name);
  return (
    <li>
      <button
        type="button"
        class="nav-item"
        aria-current={stores.accounts.chosen.value === id ? 'true' : undefined}
        title={words}
        onClick={() => chooseAccount(stores, id)}
      >
        <span class="nav-swatch">
          <Swatch colour={colour} />
        </span>
        <span class="sr-only">{words}</span>
        <span class="nav-label" aria-hidden="true">
          {name}
        </span>
        {trouble !== null && <Icon name={signOf[trouble]} class={`account-sign ${trouble}`} />}
        {counts !== undefined && counts.needsYou > 0 ? (
          <span class="count strong" aria-hidden="true">
            {text.number(counts.needsYou)}
          </span>
        ) : (
          counts !== undefined &&
          counts.unread > 0 && (
            <span class="count" aria-hidden="true">
              {text.number(counts.unread)}
            </span>
          )
        )}
      </button>
    </li>
  );
}

/** Its name, what it asks for and what is wrong with it. */
function inWords(stores: Stores, account: Account, name: string): string {
  const { text } = stores.words.value;
  const counts = stores.counts.value.value?.accounts.find(({ id }) => id === account.id);
  return [
    name,
    counts === undefined || counts.needsYou === 0 ? '' : text.accounts.needYou(counts.needsYou),
    counts === undefined || counts.unread === 0 ? '' : text.accounts.unread(counts.unread),
    troubleOf(stores, account) === null ? '' : stateInWords(stores, account),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
