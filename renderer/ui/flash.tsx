// A passing message, read aloud politely, with a way to take back what it tells of. Beside an open dialog the page is
// out of reach, so the dialog says it then.
import type { ComponentChildren } from 'preact';
import { useStores, useText } from './context.ts';

export function Flash({ inDialog = false }: { inDialog?: boolean }) {
  const { screen } = useStores();
  const said = screen.flash.value;
  const mine = inDialog === (screen.dialog.value !== null);
  return (
    <div class="flash" aria-live="polite">
      {said !== null && mine && (
        <p>
          <span>{said.message}</span>
          {said.undo !== null && <Undo byKey={!inDialog} />}
          {said.offer !== null && <FlashButton onPress={said.offer.run}>{said.offer.label}</FlashButton>}
        </p>
      )}
    </div>
  );
}

function Undo({ byKey }: { byKey: boolean }) {
  const { screen } = useStores();
  const text = useText();
  return (
    <FlashButton onPress={() => void screen.undo()} shortcut={byKey ? 'z' : undefined}>
      {text.undo}
      {byKey && (
        <span class="kbd" aria-hidden="true">
          z
        </span>
      )}
    </FlashButton>
  );
}

type FlashButtonProps = { children: ComponentChildren; onPress: () => void; shortcut?: string | undefined };

/** Whoever points at it or has the keyboard on it has all the time in the world. */
function FlashButton({ children, onPress, shortcut }: FlashButtonProps) {
  const { screen } = useStores();
  const hold = () => screen.holdFlash(true);
  const release = () => screen.holdFlash(false);
  return (
    <button
      type="button"
      class="undo"
      aria-keyshortcuts={shortcut}
      onMouseEnter={hold}
      onFocus={hold}
      onMouseLeave={release}
      onBlur={release}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        onPress();
        if (event.currentTarget.matches(':focus')) screen.wishFocus('list');
      }}
    >
      {children}
    </button>
  );
}
