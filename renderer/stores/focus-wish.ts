// Where the keyboard should go as soon as that place is there.
import { type ReadonlySignal, signal } from '@preact/signals';

export type WishPlace = 'list' | 'conversation' | 'reply';
type Wish = { readonly place: WishPlace; readonly until: number };

export type FocusWish = {
  /** a place that should get the keyboard as soon as it is there */
  readonly wish: ReadonlySignal<Wish | null>;
  wishFocus(place: WishPlace): void;
  /** Something else has taken the keyboard meanwhile. */
  forgetWish(): void;
  /** Answers whether that place may take the keyboard now; a wish is granted once, and soon or never. */
  grantFocus(place: WishPlace): boolean;
};

/** how long a wish stays, milliseconds */
const wishTime = 2_000;

export function createFocusWish(): FocusWish {
  const wish = signal<Wish | null>(null);
  return {
    wish,
    wishFocus(place) {
      wish.value = { place, until: Date.now() + wishTime };
    },
    forgetWish() {
      wish.value = null;
    },
    grantFocus(place) {
      const wanted = wish.peek();
      if (wanted?.place !== place) return false;
      wish.value = null;
      return Date.now() <= wanted.until;
    },
  };
}
