// Messages as they are kept in the cache: so few at a time that nothing else has to wait for them.
import type { StoredMessage } from '../records.ts';

const messagesAtOnce = 100;
const charactersAtOnce = 60_000;

/** In their order, one after the other; a message that is longer alone is a portion of its own. */
export function* portionsOf(messages: readonly StoredMessage[]): Generator<readonly StoredMessage[]> {
  let portion: StoredMessage[] = [];
  let characters = 0;
  for (const message of messages) {
    portion.push(message);
    characters += message.body?.length ?? 0;
    if (portion.length < messagesAtOnce && characters < charactersAtOnce) continue;
    yield portion;
    portion = [];
    characters = 0;
  }
  if (portion.length > 0) yield portion;
}
