// The accounts as settings.json keeps them: in the user's order, with name and colour. Nothing secret.
import { accountColours, isSameName } from '../../contract/account.ts';
import type { SettingsFile, StoredAccount } from '../ports.ts';

export type Registry = {
  all(): readonly StoredAccount[];
  get(id: string): StoredAccount | undefined;
  /** @param id of the one that is to be called so; null: none yet */
  isNameTaken(name: string, id: string | null): boolean;
  /** at the end if it is new, in the first colour that no other has */
  add(id: string, name: string): void;
  /** nothing where there is no such account */
  change(id: string, change: Partial<Omit<StoredAccount, 'id'>>): void;
  remove(id: string): void;
};

/** Each change is written at once. */
export function createRegistry(settings: SettingsFile): Registry {
  const all = () => settings.get().accounts;
  const get = (id: string) => all().find((account) => account.id === id);
  const write = (accounts: readonly StoredAccount[]) => settings.set({ accounts });

  return {
    all,
    get,
    isNameTaken: (name, id) =>
      name.trim() !== '' && all().some((other) => other.id !== id && isSameName(other.name, name)),
    add(id, name) {
      if (get(id)) return;
      const taken = all().map(({ colour }) => colour);
      const colour = accountColours.find((free) => !taken.includes(free)) ?? accountColours[0];
      write([...all(), { id, keySaved: false, name, colour }]);
    },
    change(id, change) {
      if (get(id)) write(all().map((account) => (account.id === id ? { ...account, ...change } : account)));
    },
    remove: (id) => write(all().filter((account) => account.id !== id)),
  };
}
