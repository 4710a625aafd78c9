// How each account stands with HostUp, on demand beside the line that tells of all together.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../../electron/contract/account.ts';
import type { ConnectionState } from '../../stores/connection.ts';
import type { Spot } from '../../stores/screen.ts';
import type { Stores } from '../../stores/stores.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { spotOf, usePopover } from '../../ui/popover.ts';
import { nameOfAccount } from '../accounts/account-name.ts';
import { stateInWords, troubleOf } from '../accounts/account-state.ts';
import { Swatch } from '../accounts/account-tag.tsx';
import { lastCheckInWords } from './last-check.ts';

/** All together: in what state, and when the last good look was at the one that has waited longest. */
export function wholeLink(stores: Stores): {
  state: ConnectionState;
  some: string | null;
  at: number | null;
} {
  const { accounts, connection, words } = stores;
  const state = connection.state.value;
  const at = connection.value.value?.checkedAt ?? null;
  if (!accounts.several.value || state === 'disconnected') return { state, some: null, at };
  const list = accounts.list.value;
  const well = list.filter((account) => (troubleOf(stores, account) ?? 'read-only') === 'read-only');
  const looks = (well.length === 0 ? list : well).map(
    ({ id }) => accounts.connections.value.get(id)?.checkedAt ?? null,
  );
  const oldest = looks.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b)), looks[0] ?? null);
  if (well.length === 0 || well.length === list.length) return { state, some: null, at: oldest };
  return {
    state: 'paused',
    some: words.value.text.accounts.someWork(well.length, list.length),
    at: oldest,
  };
}

export function AccountLinks() {
  const { accounts } = useStores();
  const text = useText();
  const [shown, setShown] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  if (!accounts.several.value) return null;
  return (
    <span ref={place}>
      <IconButton
        icon="list"
        label={text.accounts.howEach}
        popup="dialog"
        expanded={shown}
        onPress={() => setShown(!shown)}
      />
      {shown && <Links at={spotOf(place.current)} onClose={() => setShown(false)} />}
    </span>
  );
}

function Links({ at, onClose }: { at: Spot; onClose: () => void }) {
  const { accounts } = useStores();
  const text = useText();
  const box = usePopover({ at, onClose });
  useLayoutEffect(() => box.ref.current?.focus(), []);
  return (
    <div {...box} role="dialog" class="popover account-links" aria-label={text.accounts.howEach}>
      <ul class="account-lines">
        {accounts.list.value.map((account) => (
          <Line key={account.id} account={account} />
        ))}
      </ul>
    </div>
  );
}

function Line({ account }: { account: Account }) {
  const stores = useStores();
  const at = stores.accounts.connections.value.get(account.id)?.checkedAt ?? null;
  return (
    <li>
      <Swatch colour={account.colour} />
      <span class="account-name">{nameOfAccount(stores, account.id)}</span>
      <span class="account-state">
        {stateInWords(stores, account)}
        {at !== null && <> · {lastCheckInWords(stores, at)}</>}
      </span>
    </li>
  );
}
