// Puts text on the clipboard. What was secret is taken back after a minute, if it is still what lies there.
import type { Clock, Desktop } from './ports.ts';

/** How long a copied secret stays, milliseconds. */
export const secretStays = 60_000;

export type Clipboard = {
  /** false: this shell has no clipboard of its own, the page must copy */
  copy(text: string, secret: boolean): boolean;
  /** takes a secret back now; before the program ends */
  takeBack(): Promise<void>;
};

/** @param clipboard the system’s; null: this shell has none */
export function createClipboard(clock: Clock, clipboard: Desktop['clipboard']): Clipboard {
  let secret: string | null = null;
  let cancel = () => {};

  async function takeBack(): Promise<void> {
    cancel();
    const was = secret;
    secret = null;
    if (was !== null && (await clipboard?.read()) === was) await clipboard?.write('');
  }

  return {
    copy(text, isSecret) {
      if (!clipboard) return false;
      cancel();
      void clipboard.write(text);
      secret = isSecret ? text : null;
      if (isSecret) cancel = clock.after(secretStays, () => void takeBack());
      return true;
    },
    takeBack,
  };
}
