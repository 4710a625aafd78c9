// A passing message, read aloud politely.
import { useStores } from '../ui/context.ts';

export function Flash() {
  const message = useStores().screen.flash.value;
  return (
    <div class="flash" aria-live="polite">
      {message !== null && <p>{message}</p>}
    </div>
  );
}
