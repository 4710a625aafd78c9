// The colour of an account: eight radio buttons, so that the arrow keys and names come by themselves.
import { useId, useState } from 'preact/hooks';
import { type Account, type AccountColour, accountColours } from '../../../electron/contract/account.ts';
import type { Failure } from '../../../electron/contract/codes.ts';
import { useStores, useText } from '../../ui/context.ts';
import { FailureNote } from '../notices/failure-note.tsx';

export function AccountColours({ account }: { account: Account }) {
  const { accounts } = useStores();
  const text = useText();
  const name = useId();
  const [refused, setRefused] = useState<Failure | null>(null);
  /** shown until the program has answered */
  const [wished, setWished] = useState<AccountColour | null>(null);
  const chosen = wished ?? account.colour;

  async function choose(colour: AccountColour): Promise<void> {
    setWished(colour);
    setRefused(await accounts.change(account.id, { colour }));
    setWished(null);
  }

  return (
    <div class="field">
      <span class="field-label" id={`${name}-label`}>
        {text.accounts.colour}
      </span>
      <div class="colours" role="radiogroup" aria-labelledby={`${name}-label`}>
        {accountColours.map((colour) => (
          <label class="colour" key={colour} title={text.accounts.colours[colour]}>
            <input
              type="radio"
              name={name}
              value={colour}
              checked={colour === chosen}
              aria-label={text.accounts.colours[colour]}
              onChange={() => void choose(colour)}
            />
            <span class={`swatch ${colour}`} aria-hidden="true" />
          </label>
        ))}
      </div>
      <div aria-live="polite">{refused !== null && <FailureNote failure={refused} once />}</div>
    </div>
  );
}
