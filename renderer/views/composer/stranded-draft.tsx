// What was typed where nothing can be sent any more: readable, to copy or to discard, never simply away.
import type { Composer } from '../../stores/composer.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { copy } from '../commands/copy.ts';

export function StrandedDraft({ composer }: { composer: Composer }) {
  const stores = useStores();
  const text = useText();
  if (composer.text.value === '') return null;
  function discard(): void {
    composer.type('');
    composer.setEncrypted(false);
    void composer.flush();
  }
  return (
    <section class="composer off" aria-label={text.strandedDraft}>
      <div class="bar info">
        <span>{text.strandedDraft}</span>
      </div>
      <textarea
        class="reply"
        rows={3}
        readOnly
        aria-label={text.reply}
        // else a browser writes what stands here into its own session files, in the clear
        autocomplete="off"
        value={composer.text.value}
      />
      <div class="composer-foot">
        <span class="spring" />
        <Button onPress={() => void copy(stores, composer.text.peek(), composer.encrypted.peek())}>
          {text.copyText}
        </Button>
        <ConfirmButton label={text.discard} ask={text.discardAsk} no={text.keepText} onConfirm={discard} />
      </div>
    </section>
  );
}
