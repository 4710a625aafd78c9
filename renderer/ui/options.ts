// The options of a list box, by the place that they tell screen readers.

/** The place of the option that something happened in; null: beside them. */
export function indexAt(target: EventTarget | null): number | null {
  const option = target instanceof Element ? target.closest('[role=option]') : null;
  return option === null ? null : Number(option.getAttribute('aria-posinset')) - 1;
}

export const optionAt = (box: HTMLElement, index: number): HTMLElement | null =>
  box.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"]`);

export const focusOption = (box: HTMLElement, index: number): void =>
  optionAt(box, index)?.focus({ preventScroll: true });
