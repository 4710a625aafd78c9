// The places that the keyboard can be sent to, by the id they carry in the page.
export type Place = 'search' | 'new-subject' | 'unsent' | 'waiting';

/** Moves the keyboard there, if the place is on screen now or after the next frame. */
export function focusOn(place: Place): void {
  if (take(place)) return;
  requestAnimationFrame(() => take(place));
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
