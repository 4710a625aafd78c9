// Lets a place take the keyboard when somebody has wished for that and the place is really there.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { WishPlace } from '../stores/focus-wish.ts';
import { useStores } from './context.ts';

/** @param ready false while what is shown is not yet what was wished for */
export function useWish(place: WishPlace, element: RefObject<HTMLElement | null>, ready: boolean): void {
  const { screen } = useStores();
  const wished = screen.wish.value?.place === place;
  useEffect(() => {
    if (wished && ready && element.current !== null && screen.grantFocus(place)) element.current.focus();
  });
}
