// Where a click on an address of a message leads.
import { failure } from '../../../electron/contract/codes.ts';
import { ownLink } from '../../stores/own-link.ts';
import type { Stores } from '../../stores/stores.ts';

/**
 * Opens an address of a message: through the program's gate, or after a question where a browser shows this page.
 * @param host that the message's link was said to lead to
 */
export async function openLink(stores: Stores, href: string, host: string): Promise<void> {
  const own = stores.inBrowser ? ownLink(href, host) : null;
  if (own !== null) return stores.screen.askLink(own);
  const answer = stores.inBrowser ? failure('blocked_link') : await stores.client.call('link.open', { href });
  if (answer.ok) return;
  const words = stores.words.peek().text.codes[answer.code];
  stores.screen.say(`${words.says} ${words.next}`);
}
