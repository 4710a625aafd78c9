// What the palette offers about accounts: looking at one of several, and the key and the way out of each.
import type { Stores } from '../../stores/stores.ts';
import { askNewKey, askSignOut } from '../accounts/account-dialogs.ts';
import { nameOfAccount } from '../accounts/account-name.ts';
import { chooseAccount } from '../commands/go.ts';
import { inUse } from '../sign-in/key-form.tsx';
import type { Entry } from './palette-entry.ts';

export function accountEntries(stores: Stores): Entry[] {
  const { text } = stores.words.peek();
  const session = stores.session.value.peek();
  const demo = session?.demo === true;
  const list = stores.accounts.list.peek();
  const several = list.length > 1;
  // in the demo these are the way to an account of one's own
  const also = text.paletteAlso.account;
  const each = list.flatMap(({ id }) => {
    const place = several ? nameOfAccount(stores, id) : text.settings;
    const key = inUse(session, id) ? text.replaceKey : text.enterNewKey;
    const out = demo ? text.leaveDemo : text.signOut;
    return [
      { id: `key/${id}`, label: key, place, also, icon: 'key' as const, run: () => askNewKey(stores, id) },
      { id: `sign-out/${id}`, label: out, place, also, run: () => askSignOut(stores, id) },
    ];
  });
  const add: Entry = {
    id: 'add-account',
    label: text.accounts.add,
    place: text.settings,
    run: () => stores.screen.showDialog('add-account'),
  };
  const look = (id: string | null, label: string): Entry => ({
    id: `account/${id}`,
    label,
    place: text.accounts.title,
    run: () => chooseAccount(stores, id),
  });
  return [
    ...(several
      ? [look(null, text.accounts.all), ...list.map(({ id }) => look(id, nameOfAccount(stores, id)))]
      : []),
    ...each,
    ...(demo || session?.keyIn === 'run' ? [] : [add]),
  ];
}
