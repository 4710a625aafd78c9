// A passing message, read aloud politely, with a way to take back what it tells of. Beside an open dialog the page is
// out of reach, so the dialog says it then.
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
        </p>
      )}
    </div>
  );
}

/** Whoever points at it or has the keyboard on it has all the time in the world. */
function Undo({ byKey }: { byKey: boolean }) {
  const { screen } = useStores();
  const text = useText();
  const hold = () => screen.holdFlash(true);
  const release = () => screen.holdFlash(false);
  return (
    <button
      type="button"
      class="undo"
      aria-keyshortcuts={byKey ? 'z' : undefined}
      onMouseEnter={hold}
      onFocus={hold}
      onMouseLeave={release}
      onBlur={release}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        screen.undo();
        if (event.currentTarget.matches(':focus')) screen.wishFocus('list');
      }}
    >
      {text.undo}
      {byKey && (
        <span class="kbd" aria-hidden="true">
          z
        </span>
      )}
    </button>
  );
}
