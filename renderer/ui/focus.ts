// The places that the keyboard can be sent to, by the id they carry in the page.
export type Place = 'search' | 'new-account' | 'new-subject' | 'unsent' | 'waiting';

/** Moves the keyboard there, if the place is on screen now or after the next frame. */
export function focusOn(place: Place): void {
  if (take(place)) return;
  requestAnimationFrame(() => take(place));
}

/**
 * Remembers where the keyboard is, in a text to the letter; answers the way back there. Browsers that close a modal
 * dialog themselves can leave a text that has the keyboard and takes no letters; naming the place again mends that.
 */
export function rememberFocus(): () => void {
  const before = document.activeElement;
  const isText = before instanceof HTMLTextAreaElement || before instanceof HTMLInputElement;
  const range = isText ? ([before.selectionStart, before.selectionEnd] as const) : null;
  return () => {
    if (before instanceof HTMLElement) before.focus();
    if (isText && range !== null && range[0] !== null) before.setSelectionRange(...range);
  };
}

/** Whether keys typed now are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

function take(place: Place): boolean {
  const element = document.getElementById(place);
  element?.focus();
  return element !== null && document.activeElement === element;
}
