// A passing message, read aloud politely. Beside an open dialog the page is out of reach, so the dialog says it then.
import { useStores } from './context.ts';

export function Flash({ inDialog = false }: { inDialog?: boolean }) {
  const { screen } = useStores();
  const message = screen.flash.value;
  const mine = inDialog === (screen.dialog.value !== null);
  return (
    <div class="flash" aria-live="polite">
      {message !== null && mine && <p>{message}</p>}
    </div>
  );
}
