// What the settings try out and give away.
import { sayFailure } from '../../stores/say-failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { copy } from '../commands/copy.ts';

export async function copyDiagnostics(stores: Stores): Promise<void> {
  const answer = await stores.client.call('diagnostics.get', {});
  if (answer.ok) await copy(stores, answer.value.text);
  else sayFailure(stores, answer);
}

export async function testNotification(stores: Stores): Promise<void> {
  const answer = await stores.notices.test();
  if (answer.ok) stores.screen.say(stores.words.peek().text.testBecame[answer.value.outcome]);
  else sayFailure(stores, answer);
}
