// Lines about accounts that do not work while others do: which, and the way forward for them.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../../electron/contract/account.ts';
import type { Stores } from '../../stores/stores.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { askNewKey, showAccount } from '../accounts/account-dialogs.ts';
import { namesOf } from '../accounts/account-name.ts';
import { isShared, signOf, type Trouble, troubleOf } from '../accounts/account-state.ts';
import { Banner, type BannerKind } from './banner.tsx';
import { CheckNow } from './check-now.tsx';
import { PauseEnd } from './pause-end.tsx';

const worstFirst: readonly Trouble[] = [
  'keychain-locked',
  'signed-out',
  'error',
  'offline',
  'paused',
  'read-only',
];

const kindOf: Readonly<Record<Trouble, BannerKind>> = {
  'keychain-locked': 'warn',
  'signed-out': 'warn',
  error: 'warn',
  offline: 'info',
  paused: 'warn',
  'read-only': 'info',
};

export function AccountBanners() {
  const stores = useStores();
  const [read, setRead] = useState('');
  if (!stores.accounts.several.value || stores.connection.state.value === 'disconnected') return null;
  const troubles = troublesOf(stores, read);
  const banners = troubles.map((one) => <Told key={one.trouble} {...one} onRead={setRead} />);
  return troubles.length > 1 ? <Several troubles={troubles}>{banners}</Several> : banners;
}

type Props<T extends Trouble> = { readonly trouble: T; readonly list: readonly Account[] };

/** @param read the names of those that may only be read, once that was taken note of: nothing is wrong with them */
function troublesOf(stores: Stores, read: string): Props<Trouble>[] {
  return worstFirst.flatMap((trouble) => {
    const list = stores.accounts.list.value.filter((account) => troubleOf(stores, account) === trouble);
    const isTold = trouble === 'read-only' ? namesOf(stores, list) === read : isToldOfAll(stores, trouble);
    return list.length === 0 || isTold ? [] : [{ trouble, list }];
  });
}

/** A trouble with HostUp that all have is told of once, by the line about the connection. */
const isToldOfAll = (stores: Stores, trouble: Trouble): boolean =>
  (trouble === 'offline' || trouble === 'error' || trouble === 'paused') && isShared(stores, trouble);

type SeveralProps = { troubles: readonly Props<Trouble>[]; children: ComponentChildren };

/** Where there is little room, one line that unfolds to them. */
function Several({ troubles, children }: SeveralProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [worst] = troubles;
  if (worst === undefined) return null;
  const count = troubles.reduce((sum, { list }) => sum + list.length, 0);
  return (
    <div class={open ? 'troubles open' : 'troubles'}>
      <button
        type="button"
        class={`banner troubles-line ${kindOf[worst.trouble]}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={signOf[worst.trouble]} />
        <strong>{text.accounts.inTrouble(count)}</strong>
        <Icon name="chevronRight" class="fold" />
      </button>
      {children}
    </div>
  );
}

function Told({ trouble, list, onRead }: Props<Trouble> & { onRead: (names: string) => void }) {
  switch (trouble) {
    case 'signed-out':
      return <SignedOut list={list} />;
    case 'keychain-locked':
      return <Locked list={list} />;
    case 'read-only':
      return <ReadOnly list={list} onRead={onRead} />;
    default:
      return <Unreached trouble={trouble} list={list} />;
  }
}

function SignedOut({ list }: { list: readonly Account[] }) {
  const stores = useStores();
  const text = useText();
  const code = list.length === 1 ? list[0]?.problem?.code : undefined;
  return (
    <Banner kind={kindOf['signed-out']} icon={signOf['signed-out']}>
      <p>
        <strong>{text.accounts.isSignedOut(namesOf(stores, list), list.length)}</strong>{' '}
        {code !== undefined && `${text.codes[code].says} `}
        {text.signedOutSays}
      </p>
      <NewKeys list={list} />
    </Banner>
  );
}

/** To the key of the one, or to all of them. */
function NewKeys({ list }: { list: readonly Account[] }) {
  const stores = useStores();
  const text = useText();
  const [only, second] = list;
  if (only === undefined) return null;
  if (second === undefined) {
    return <Button onPress={() => askNewKey(stores, only.id)}>{text.enterNewKey}</Button>;
  }
  return <Button onPress={() => showAccount(stores, only.id)}>{text.accounts.show}</Button>;
}

function Locked({ list }: { list: readonly Account[] }) {
  const stores = useStores();
  const text = useText();
  const { session } = stores;
  return (
    <Banner kind={kindOf['keychain-locked']} icon={signOf['keychain-locked']}>
      <p>
        <strong>{text.accounts.isLocked(namesOf(stores, list))}</strong> {text.accounts.lockedSays}
      </p>
      <Button busy={session.busy.value} onPress={() => void session.retryKeychain()}>
        {text.unlockAndTry}
      </Button>
    </Banner>
  );
}

function ReadOnly({ list, onRead }: { list: readonly Account[]; onRead: (names: string) => void }) {
  const stores = useStores();
  const text = useText();
  const names = namesOf(stores, list);
  return (
    <Banner kind={kindOf['read-only']} icon={signOf['read-only']}>
      <p>
        <strong>{text.accounts.isReadOnly(names)}</strong> {text.readOnlySays}
      </p>
      <NewKeys list={list} />
      <IconButton icon="close" label={text.dismiss} onPress={() => onRead(names)} />
    </Banner>
  );
}

function Unreached({ trouble, list }: Props<'offline' | 'error' | 'paused'>) {
  const stores = useStores();
  const text = useText();
  const until = trouble === 'paused' ? untilOf(stores, list) : null;
  return (
    <Banner kind={kindOf[trouble]} icon={signOf[trouble]}>
      <p>
        <strong>{text.accounts.troubles[trouble](namesOf(stores, list))}</strong>{' '}
        {until !== null && (
          <>
            <PauseEnd until={until} />{' '}
          </>
        )}
        {text.accounts.othersGoOn}
      </p>
      <CheckNow />
    </Banner>
  );
}

/** When the last of them goes on. */
function untilOf({ accounts }: Stores, list: readonly Account[]): number | null {
  const times = list.flatMap(({ id }) => {
    const its = accounts.connections.value.get(id);
    return its?.problem?.retryAt ?? its?.nextCheckAt ?? [];
  });
  return times.length === 0 ? null : Math.max(...times);
}
