// Lines about accounts that do not work while others do: which, and the way forward for them.
import { useState } from 'preact/hooks';
import type { Account } from '../../electron/contract/account.ts';
import type { Stores } from '../stores/stores.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useDates, useStores, useText } from '../ui/context.ts';
import { askNewKey } from './account-dialogs.ts';
import { namesOf } from './account-name.ts';
import { isShared, signOf, type Trouble, troubleOf } from './account-state.ts';
import { Banner } from './banner.tsx';

const worstFirst: readonly Trouble[] = [
  'keychain-locked',
  'signed-out',
  'error',
  'offline',
  'paused',
  'read-only',
];

export function AccountBanners() {
  const stores = useStores();
  if (!stores.accounts.several.value || stores.connection.state.value === 'disconnected') return null;
  return (
    <>
      {worstFirst.map((trouble) => {
        const list = stores.accounts.list.value.filter((account) => troubleOf(stores, account) === trouble);
        return list.length === 0 ? null : <Told key={trouble} trouble={trouble} list={list} />;
      })}
    </>
  );
}

type Props<T extends Trouble> = { trouble: T; list: readonly Account[] };

function Told({ trouble, list }: Props<Trouble>) {
  const stores = useStores();
  switch (trouble) {
    case 'signed-out':
      return <SignedOut list={list} />;
    case 'keychain-locked':
      return <Locked list={list} />;
    case 'read-only':
      return <ReadOnly list={list} />;
    default:
      return isShared(stores, trouble) ? null : <Unreached trouble={trouble} list={list} />;
  }
}

function SignedOut({ list }: { list: readonly Account[] }) {
  const stores = useStores();
  const text = useText();
  const code = list.length === 1 ? list[0]?.problem?.code : undefined;
  return (
    <Banner kind="warn" icon={signOf['signed-out']}>
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
  if (only !== undefined && second === undefined) {
    return <Button onPress={() => askNewKey(stores, only.id)}>{text.enterNewKey}</Button>;
  }
  return <Button onPress={() => stores.screen.showDialog('settings')}>{text.accounts.show}</Button>;
}

function Locked({ list }: { list: readonly Account[] }) {
  const stores = useStores();
  const text = useText();
  const { session } = stores;
  return (
    <Banner kind="warn" icon={signOf['keychain-locked']}>
      <p>
        <strong>{text.accounts.isLocked(namesOf(stores, list))}</strong> {text.accounts.lockedSays}
      </p>
      <Button busy={session.busy.value} onPress={() => void session.retryKeychain()}>
        {text.unlockAndTry}
      </Button>
    </Banner>
  );
}

/** Nothing is wrong with it, so it is said until it is read. */
function ReadOnly({ list }: { list: readonly Account[] }) {
  const stores = useStores();
  const text = useText();
  const [read, setRead] = useState('');
  const names = namesOf(stores, list);
  if (read === names) return null;
  return (
    <Banner kind="info" icon={signOf['read-only']}>
      <p>
        <strong>{text.accounts.isReadOnly(names)}</strong> {text.readOnlySays}
      </p>
      <NewKeys list={list} />
      <IconButton icon="close" label={text.dismiss} onPress={() => setRead(names)} />
    </Banner>
  );
}

function Unreached({ trouble, list }: Props<'offline' | 'error' | 'paused'>) {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  const { connection } = stores;
  const until = trouble === 'paused' ? untilOf(stores, list) : null;
  return (
    <Banner kind={trouble === 'offline' ? 'info' : 'warn'} icon={signOf[trouble]}>
      <p>
        <strong>{text.accounts.troubles[trouble](namesOf(stores, list))}</strong>{' '}
        {until !== null && `${text.pausedUntil(dates.time(until))} `}
        {text.accounts.othersGoOn}
      </p>
      <Button icon="refresh" busy={connection.checking.value} onPress={() => void connection.checkNow()}>
        {text.checkNow}
      </Button>
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
