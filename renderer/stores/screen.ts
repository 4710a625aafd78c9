// What only this page knows: the middle pane, open dialogs, the row under the keyboard, a passing message.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { TicketRow } from '../../electron/contract/model.ts';
import { createFlash, type Flash } from './flash.ts';
import { createFocusWish, type FocusWish } from './focus-wish.ts';
import type { Later } from './later.ts';
import type { OwnLink } from './own-link.ts';

export type Dialog =
  | 'keys'
  | 'settings'
  | 'accounts'
  | 'key'
  | 'sign-out'
  | 'close-ticket'
  | 'snooze'
  | 'palette'
  | 'refusals'
  | 'add-account'
  | 'told';

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

export type ScreenStore = Flash &
  FocusWish & {
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
    showMiddle(middle: 'tickets' | 'unsent'): void;
    showDialog(dialog: Dialog | null): void;
    askAbout(dialog: 'close-ticket' | 'snooze', rows: readonly TicketRow[]): void;
    showRefusals(refusals: Refusals): void;
    showMenu(menu: TicketMenu | null): void;
    askLink(link: OwnLink | null): void;
    showDrawer(open: boolean): void;
    setActive(index: number): void;
  };

export function createScreen(later: Later): ScreenStore {
  const middle = signal<'tickets' | 'unsent'>('tickets');
  const dialog = signal<Dialog | null>(null);
  const link = signal<OwnLink | null>(null);
  const drawer = signal(false);
  const active = signal(0);
  const asked = signal<readonly TicketRow[]>([]);
  const refusals = signal<Refusals | null>(null);
  const menu = signal<TicketMenu | null>(null);
  const wish = createFocusWish();

  return {
    ...createFlash(later),
    ...wish,
    middle,
    dialog,
    link,
    drawer,
    active,
    asked,
    refusals,
    menu,
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
      wish.forgetWish();
      menu.value = next;
    },
  };
}
