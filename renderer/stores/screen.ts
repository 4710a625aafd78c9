// What only this page knows: the middle pane, open dialogs, the row under the keyboard, a passing message.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { TicketRow } from '../../electron/contract/model.ts';
import type { Later } from './later.ts';
import type { OwnLink } from './own-link.ts';

export type Dialog =
  | 'keys'
  | 'settings'
  | 'key'
  | 'sign-out'
  | 'close-ticket'
  | 'snooze'
  | 'palette'
  | 'refusals'
  | 'add-account'
  | 'told';

/** A passing message; `undo` takes back what it tells of, `offer` leads to it. */
export type Said = {
  readonly message: string;
  readonly undo: (() => void) | null;
  readonly offer: { readonly label: string; readonly run: () => void } | null;
};

/** A menu of what can be done with some tickets, at a place of the page. */
export type TicketMenu = {
  readonly rows: readonly TicketRow[];
  readonly at: Spot;
  /** opens with the choices of this action at once */
  readonly first: 'snooze' | 'exportTicket' | null;
};
/** Where something opens: below and along the start of it, or above where there is no room. */
export type Spot = { readonly left: number; readonly top: number; readonly bottom: number };

/** What HostUp did not do with some tickets, and why. */
export type Refusals = {
  readonly verb: 'close' | 'reopen';
  readonly list: readonly { readonly row: TicketRow; readonly failure: Failure }[];
};

export type ScreenStore = {
  readonly middle: ReadonlySignal<'tickets' | 'unsent'>;
  readonly dialog: ReadonlySignal<Dialog | null>;
  /** an address of a message, to be opened by this page once its reader agrees */
  readonly link: ReadonlySignal<OwnLink | null>;
  readonly drawer: ReadonlySignal<boolean>;
  /** the row of the list that has the keyboard */
  readonly active: ReadonlySignal<number>;
  /** the tickets that the open dialog asks about */
  readonly asked: ReadonlySignal<readonly TicketRow[]>;
  readonly refusals: ReadonlySignal<Refusals | null>;
  readonly menu: ReadonlySignal<TicketMenu | null>;
  /** a short message such as "Copied"; gone after a few seconds, later if it can be undone */
  readonly flash: ReadonlySignal<Said | null>;
  /** a place that should get the keyboard as soon as it is there */
  readonly wish: ReadonlySignal<Wish | null>;
  wishFocus(place: WishPlace): void;
  /** Something else has taken the keyboard meanwhile. */
  forgetWish(): void;
  /** Answers whether that place may take the keyboard now; a wish is granted once, and soon or never. */
  grantFocus(place: WishPlace): boolean;
  showMiddle(middle: 'tickets' | 'unsent'): void;
  showDialog(dialog: Dialog | null): void;
  askAbout(dialog: 'close-ticket' | 'snooze', rows: readonly TicketRow[]): void;
  showRefusals(refusals: Refusals): void;
  showMenu(menu: TicketMenu | null): void;
  askLink(link: OwnLink | null): void;
  showDrawer(open: boolean): void;
  setActive(index: number): void;
  say(message: string, undo?: () => void): void;
  /** Says something that leads somewhere, with the word for going there. */
  offer(message: string, offer: Said['offer']): void;
  /** While it is held, the message stays: somebody points at it or has the keyboard on it. */
  holdFlash(held: boolean): void;
  /** Takes back what the message tells of; false when it tells of nothing that can be. */
  undo(): boolean;
};

export type WishPlace = 'list' | 'conversation' | 'reply';
type Wish = { readonly place: WishPlace; readonly until: number };

/** how long a message stays, one that can be undone, and a wish, milliseconds */
const flashTime = 4_000;
const undoTime = 10_000;
const wishTime = 2_000;

export function createScreen(later: Later): ScreenStore {
  const middle = signal<'tickets' | 'unsent'>('tickets');
  const dialog = signal<Dialog | null>(null);
  const link = signal<OwnLink | null>(null);
  const drawer = signal(false);
  const active = signal(0);
  const flash = signal<Said | null>(null);
  const asked = signal<readonly TicketRow[]>([]);
  const refusals = signal<Refusals | null>(null);
  const menu = signal<TicketMenu | null>(null);
  const wish = signal<Wish | null>(null);
  let callOff = () => {};

  function endFlash(): void {
    callOff();
    flash.value = null;
  }
  function countDown(said: Said): void {
    callOff();
    callOff = later(endFlash, said.undo === null && said.offer === null ? flashTime : undoTime);
  }
  function tell(said: Said): void {
    flash.value = said;
    countDown(said);
  }

  return {
    middle,
    dialog,
    link,
    drawer,
    active,
    asked,
    refusals,
    menu,
    flash,
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
    askAbout(next, rows) {
      asked.value = rows;
      dialog.value = next;
      drawer.value = false;
    },
    showRefusals(next) {
      refusals.value = next;
      dialog.value = 'refusals';
    },
    showMenu(next) {
      wish.value = null;
      menu.value = next;
    },
    say: (message, undo) => tell({ message, undo: undo ?? null, offer: null }),
    offer: (message, offer) => tell({ message, undo: null, offer }),
    holdFlash(held) {
      const said = flash.peek();
      if (held) callOff();
      else if (said !== null) countDown(said);
    },
    undo() {
      const undo = flash.peek()?.undo ?? null;
      if (undo === null) return false;
      endFlash();
      undo();
      return true;
    },
  };
}
