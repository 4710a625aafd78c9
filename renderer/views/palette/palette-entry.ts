// One thing that the palette offers beside tickets.
import type { IconName } from '../../ui/icon.tsx';

export type Entry = {
  readonly id: string;
  readonly label: string;
  /** where it belongs: a group of keys, or the ticket it is about */
  readonly place: string;
  /** of the one ticket that it is about; shown, but what is typed is not looked for in it */
  readonly subject?: string | undefined;
  readonly icon?: IconName | undefined;
  /** other words that people type for it */
  readonly also?: string | undefined;
  /** as the table of keys names it */
  readonly key?: string | undefined;
  /** one of the choices of another entry, worth showing to those only who look for it */
  readonly detailed?: boolean;
  run(): void;
};
