// A box over the page beside what it belongs to: takes the keyboard, goes away with Escape, a click or a step
// elsewhere, and gives the keyboard back.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Spot } from '../stores/screen.ts';

type Options = {
  at: Spot;
  onClose: () => void;
  /** hears keys before the box does; answers whether that was all */
  onKey?: (event: KeyboardEvent) => boolean;
};

const edge = 8;

/** What makes an element such a box; its role and its name are its own. */
export function usePopover({ at, onClose, onKey }: Options) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const before = document.activeElement;
    element?.showPopover();
    const away = (event: Event) => {
      if (isAway(element, event.target)) onClose();
    };
    addEventListener('pointerdown', away, true);
    addEventListener('resize', onClose);
    return () => {
      removeEventListener('pointerdown', away, true);
      removeEventListener('resize', onClose);
      const here = document.activeElement;
      const ours = here === null || here === document.body || element?.contains(here) === true;
      if (ours && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => place(box.current, at));

  return {
    ref: box,
    popover: 'manual',
    tabIndex: -1,
    onKeyDown(event: KeyboardEvent) {
      const done = onKey?.(event) === true;
      if (!done && event.key === 'Escape') onClose();
      if (done || event.key === 'Escape') event.preventDefault();
    },
    onContextMenu: (event: Event) => event.preventDefault(),
    onFocusOut(event: FocusEvent) {
      if (isAway(box.current, event.relatedTarget)) onClose();
    },
  } as const;
}

/** The button that opened it closes it by itself. */
const isAway = (box: Element | null, to: EventTarget | null): boolean =>
  to instanceof Element && box?.contains(to) === false && to.closest('[aria-expanded=true]') === null;

/** Below the spot; above it where there is no room; always inside the window. */
function place(box: HTMLElement | null, { left, top, bottom }: Spot): void {
  if (box === null) return;
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = bottom + height + edge <= innerHeight;
  const y = below ? bottom : Math.max(edge, Math.min(top - height, innerHeight - height - edge));
  box.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`;
  box.style.top = `${y}px`;
}

/** The spot of the mouse. */
export const spotAt = (left: number, top: number): Spot => ({ left, top, bottom: top });

/** The spot of something that is on the page. */
export function spotOf(element: Element | null): Spot {
  const { left, top, bottom } = element?.getBoundingClientRect() ?? { left: 0, top: 0, bottom: 0 };
  return { left, top: top - 4, bottom: bottom + 4 };
}
