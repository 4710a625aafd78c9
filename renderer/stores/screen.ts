// What only this page knows: the middle pane, open dialogs, the row under the keyboard, a passing message.
import { type ReadonlySignal, signal } from '@preact/signals';

export type Dialog = 'keys' | 'settings' | 'key' | 'sign-out' | 'close-ticket';

export type ScreenStore = {
  readonly middle: ReadonlySignal<'tickets' | 'unsent'>;
  readonly dialog: ReadonlySignal<Dialog | null>;
  readonly drawer: ReadonlySignal<boolean>;
  /** the row of the list that has the keyboard */
  readonly active: ReadonlySignal<number>;
  /** a short message such as "Copied"; gone after a few seconds */
  readonly flash: ReadonlySignal<string | null>;
  showMiddle(middle: 'tickets' | 'unsent'): void;
  showDialog(dialog: Dialog | null): void;
  showDrawer(open: boolean): void;
  setActive(index: number): void;
  say(message: string): void;
};

const flashTime = 4_000;

export function createScreen(later: (run: () => void, milliseconds: number) => () => void): ScreenStore {
  const middle = signal<'tickets' | 'unsent'>('tickets');
  const dialog = signal<Dialog | null>(null);
  const drawer = signal(false);
  const active = signal(0);
  const flash = signal<string | null>(null);
  let callOff = () => {};
  return {
    middle,
    dialog,
    drawer,
    active,
    flash,
    showMiddle(next) {
      middle.value = next;
      drawer.value = false;
    },
    showDialog(next) {
      dialog.value = next;
      drawer.value = false;
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
