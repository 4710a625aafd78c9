// The addresses that get a copy of a new ticket: each settled one can be seen, checked and removed.
import { useRef } from 'preact/hooks';
import { isAddress, mostAddresses, readCc, writeCc } from '../../stores/cc-addresses.ts';
import { listed } from '../../text/listed.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useProblem } from './new-ticket-text.tsx';

/** A whole log, pasted here by mistake, must not become as many things to draw. */
const mostShown = 40;

/** More wrong addresses than these are counted, not named. */
const mostNamed = 3;

/** One sentence about all that are no addresses. */
function useBad(settled: readonly string[]): string | null {
  const { text, language } = useStores().words.value;
  const bad = settled.filter((address) => !isAddress(address));
  const [first] = bad;
  if (first === undefined) return null;
  if (bad.length === 1) return text.form.badAddress(first);
  if (bad.length > mostNamed) return text.form.manyBadAddresses(bad.length);
  return text.form.badAddresses(listed(bad, language));
}

export function CcField() {
  const { newTicket } = useStores();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const { settled, typing } = readCc(newTicket.form.value.cc);
  const bad = useBad(settled);
  const error = useProblem('cc') ?? bad;

  const put = (list: readonly string[], rest: string) =>
    newTicket.set('cc', writeCc({ settled: list, typing: rest }));

  function keep(list: readonly string[]): void {
    put(list, typing);
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    const last = settled.at(-1);
    if (event.key === 'Enter') {
      event.preventDefault();
      settle();
    } else if (event.key === 'Backspace' && typing === '' && last !== undefined) {
      event.preventDefault();
      put(settled.slice(0, -1), last);
    }
  }

  function settle(): void {
    if (typing !== '') put([...settled, typing], '');
  }

  return (
    <Field label={text.ccLabel} optional={text.optional} hint={text.ccSays} error={error}>
      {(attributes) => (
        <div class="input addresses">
          {settled.length > 0 && <Addresses settled={settled} onChange={keep} />}
          {settled.length > mostAddresses && (
            <button type="button" class="link" onClick={() => keep([])}>
              {text.form.removeAll}
            </button>
          )}
          <input
            {...attributes}
            ref={input}
            type="text"
            inputMode="email"
            autocomplete="off"
            value={typing}
            onInput={(event) => put(settled, event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={settle}
          />
        </div>
      )}
    </Field>
  );
}

function Addresses({
  settled,
  onChange,
}: {
  settled: readonly string[];
  onChange: (list: string[]) => void;
}) {
  const text = useText();
  return (
    <ul aria-label={text.form.addresses}>
      {settled.slice(0, mostShown).map((address) => (
        <li key={address} class={isAddress(address) ? 'address' : 'address bad'}>
          <bdi>{address}</bdi>
          <button
            type="button"
            aria-label={text.form.removeAddress(address)}
            onClick={() => onChange(settled.filter((other) => other !== address))}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
      {settled.length > mostShown && <li class="hint">{text.more(settled.length - mostShown)}</li>}
    </ul>
  );
}
