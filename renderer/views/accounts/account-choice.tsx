// Chooses one account or all, where there are several.
import { useStores, useText } from '../../ui/context.ts';
import { nameOfAccount } from './account-name.ts';

type Props = { value: string | null; onChange: (accountId: string | null) => void; class?: string };

export function AccountChoice({ value, onChange, ...rest }: Props) {
  const stores = useStores();
  const text = useText();
  if (!stores.accounts.several.value) return null;
  return (
    <select
      class={`input ${rest.class ?? ''}`}
      aria-label={text.accounts.one}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">{text.accounts.all}</option>
      {stores.accounts.list.value.map(({ id }) => (
        <option key={id} value={id}>
          {nameOfAccount(stores, id)}
        </option>
      ))}
    </select>
  );
}
