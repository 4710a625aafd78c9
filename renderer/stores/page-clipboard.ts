// Copies where the program has no clipboard of its own. A secret is taken back after a minute, if this page may look
// whether it is still there; a browser lets a page look only with leave, and only while the page is in front.
import type { Later } from './later.ts';

/** How long a copied secret stays, milliseconds. */
export const secretStays = 60_000;

export type Copied = 'failed' | 'copied' | 'leaves-in-front' | 'stays';

/** What is needed of a browser. Each may refuse by throwing. */
export type BrowserClipboard = {
  readonly write: (text: string) => Promise<boolean>;
  readonly read: () => Promise<string>;
  /** whether `read` is allowed without asking the user */
  readonly mayRead: () => Promise<boolean>;
  readonly inFront: () => boolean;
  /** runs something the next time that the page comes to the front */
  readonly onceInFront: (run: () => void) => void;
  readonly later: Later;
};

export type PageClipboard = { copy(text: string, secret: boolean): Promise<Copied> };

export function createPageClipboard(browser: BrowserClipboard): PageClipboard {
  let secret: string | null = null;
  let callOff = () => {};

  async function takeBack(): Promise<void> {
    const mine = secret;
    if (mine === null) return;
    if (!browser.inFront()) return browser.onceInFront(() => void takeBack());
    try {
      if ((await browser.read()) === mine && secret === mine) await browser.write('');
    } catch {
      return;
    }
    if (secret === mine) secret = null;
  }

  return {
    async copy(text, isSecret) {
      callOff();
      secret = null;
      if (!(await browser.write(text))) return 'failed';
      if (!isSecret) return 'copied';
      if (!(await browser.mayRead())) return 'stays';
      secret = text;
      callOff = browser.later(() => void takeBack(), secretStays);
      return 'leaves-in-front';
    },
  };
}
