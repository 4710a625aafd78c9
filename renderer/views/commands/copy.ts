// Copying, and saying so.
import type { Stores } from '../../stores/stores.ts';

/** Copies through the program, which takes a secret back after a minute; itself where the program cannot. */
export async function copy(stores: Stores, text: string, secret = false): Promise<void> {
  const words = stores.words.peek().text;
  const answer = await stores.client.call('clipboard.copy', { text, secret });
  if (answer.ok) return stores.screen.say(secret ? words.copiedSecret.leaves : words.copied);
  const done = await stores.clipboard.copy(text, secret);
  if (done === 'failed') stores.screen.say(words.notCopied);
  else stores.screen.say(done === 'copied' ? words.copied : words.copiedSecret[done]);
}
