// What only this page knows: the middle pane, open dialogs, the row under the keyboard, a passing message.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { OwnLink } from './own-link.ts';

export type Dialog = 'keys' | 'settings' | 'key' | 'sign-out' | 'close-ticket';

export type ScreenStore = {
  readonly middle: ReadonlySignal<'tickets' | 'unsent'>;
  readonly dialog: ReadonlySignal<Dialog | null>;
  /** an address of a message, to be opened by this page once its reader agrees */
  readonly link: ReadonlySignal<OwnLink | null>;
  readonly drawer: ReadonlySignal<boolean>;
  /** the row of the list that has the keyboard */
  readonly active: ReadonlySignal<number>;
  /** a short message such as "Copied"; gone after a few seconds */
  readonly flash: ReadonlySignal<string | null>;
  /** a place that should get the keyboard as soon as it is there */
  readonly wish: ReadonlySignal<Wish | null>;
  wishFocus(place: WishPlace): void;
  /** Answers whether that place may take the keyboard now; a wish is granted once, and soon or never. */
  grantFocus(place: WishPlace): boolean;
  showMiddle(middle: 'tickets' | 'unsent'): void;
  showDialog(dialog: Dialog | null): void;
  askLink(link: OwnLink | null): void;
  showDrawer(open: boolean): void;
  setActive(index: number): void;
  say(message: string): void;
};

export type WishPlace = 'list' | 'conversation' | 'reply';
type Wish = { readonly place: WishPlace; readonly until: number };

const flashTime = 4_000;
const wishTime = 2_000;

export function createScreen(later: (run: () => void, milliseconds: number) => () => void): ScreenStore {
  const middle = signal<'tickets' | 'unsent'>('tickets');
  const dialog = signal<Dialog | null>(null);
  const link = signal<OwnLink | null>(null);
  const drawer = signal(false);
  const active = signal(0);
  const flash = signal<string | null>(null);
  const wish = signal<Wish | null>(null);
  let callOff = () => {};
  return {
    middle,
    dialog,
    link,
    drawer,
    active,
    flash,
    wish,
    wishFocus(place) {
      wish.value = { place, until: Date.now() + wishTime };
    },
    grantFocus(place) {
      const wanted = wish.peek();
      if (wanted?.place !== place) return false;
      wish.value = null;
      return Date.now() <= wanted.until;
    },
    showMiddle(next) {
      middle.value = next;
      drawer.value = false;
    },
    showDialog(next) {
      dialog.value = next;
      drawer.value = false;
    },
    askLink(next) {
      link.value = next;
    },
    showDrawer(open) {
      drawer.value = open;
    },
    setActive(index) {
      active.value = index;
    },
    say(message) {
      callOff();
      flash.value = message;
      callOff = later(() => {
        flash.value = null;
      }, flashTime);
    },
  };
}
