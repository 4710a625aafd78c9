// What an action is, for keys, menus, the sheet of keys and whoever lists them. Its name in words is
// `text.keyNames[name]`, its key stands in `ui/keys.ts`.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Text } from '../../text/en.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { ActionName } from '../../ui/keys.ts';
import type { MenuItem } from '../../ui/menu.tsx';

/** Something that the page can do now, or cannot. */
export type Command = {
  readonly name: ActionName;
  allowed(stores: Stores): boolean;
  run(stores: Stores): void;
};

/** Something that can be done with one ticket or several. */
export type TicketCommand = {
  readonly name: ActionName;
  readonly icon: IconName;
  /** stands apart from what is above it in a menu */
  readonly apart?: boolean;
  /** what it does with these: "Pin" or "Unpin" */
  label(text: Text, rows: readonly TicketRow[]): string;
  allowed(stores: Stores, rows: readonly TicketRow[]): boolean;
  run(stores: Stores, rows: readonly TicketRow[]): void;
  /** its choices, where it has several; a menu shows them in its own place */
  choices?(stores: Stores, rows: readonly TicketRow[]): readonly MenuItem[];
};
