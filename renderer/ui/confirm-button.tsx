// A button for what cannot be taken back: it asks in its own place, and a slip of the finger only asks.
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';

type Props = {
  label: string;
  /** the question, such as "Discard this text?" */
  ask: string;
  no: string;
  kind?: 'plain' | 'quiet';
  off?: boolean;
  onConfirm: () => void;
};

export function ConfirmButton({
  label,
  ask,
  no,
  kind = 'plain',
  off = false,
  onConfirm,
}: Props): JSX.Element {
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    const shown = asking ? group.current : asked.current ? place.current : null;
    shown?.querySelector('button')?.focus();
    asked.current = asking;
  }, [asking]);

  function onKeyDown(event: KeyboardEvent): void {
    if (!asking || event.key !== 'Escape') return;
    event.preventDefault();
    setAsking(false);
  }

  if (!asking) {
    return (
      <span ref={place} class="confirm">
        <Button kind={kind} off={off} onPress={() => setAsking(true)}>
          {label}
        </Button>
      </span>
    );
  }
  return (
    <fieldset ref={group} class="confirm asking" aria-label={ask} onKeyDown={onKeyDown}>
      <span class="confirm-ask">{ask}</span>
      <span class="confirm-choices">
        <Button onPress={() => setAsking(false)}>{no}</Button>
        <Button
          kind="danger"
          off={off}
          single
          onPress={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {label}
        </Button>
      </span>
    </fieldset>
  );
}
