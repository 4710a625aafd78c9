// The body of an encrypted message: masked until asked for, copied so that it leaves the clipboard again, and honest
// about why it cannot be shown.
import type { Message } from '../../../electron/contract/model.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { copy } from '../commands/copy.ts';
import { FailureDetails } from '../notices/failure-note.tsx';
import { Blocks } from './blocks.tsx';

export function EncryptedBody({ message }: { message: Message }) {
  const stores = useStores();
  const text = useText();
  const { thread } = stores;
  const revealed = thread.revealed.value.get(message.id);
  const problem = thread.unrevealed.value.get(message.id);
  return (
    <>
      <div class="lock-bar">
        <Icon name="lock" />
        <span>{text.encryptedMessage}</span>
        {message.available ? (
          <Button
            busy={thread.revealing.value.has(message.id)}
            onPress={() => (revealed ? thread.mask(message.id) : void thread.reveal(message.id))}
          >
            {revealed ? text.hide : text.show}
          </Button>
        ) : (
          <span>{text.unavailable}</span>
        )}
        {revealed !== undefined && (
          <IconButton icon="copy" label={text.copy} onPress={() => void copy(stores, revealed.text, true)} />
        )}
      </div>
      <div class="lock-said" aria-live="polite">
        {problem?.code === 'not_found' && (
          <p>
            {text.unavailable} {text.unavailableSays}
          </p>
        )}
        {problem !== undefined && problem.code !== 'not_found' && (
          <>
            <p>
              <strong>{text.notKeptHere}</strong> {text.codes[problem.code].says} {text.notKeptHereSays}
            </p>
            <FailureDetails failure={problem} />
          </>
        )}
      </div>
      {revealed !== undefined && (
        <div class="revealed">
          <Blocks blocks={revealed.blocks} secret />
        </div>
      )}
    </>
  );
}
