// Where a reply is written. What it warns about stands above the text; nothing here ever takes the text away.
import { useRef } from 'preact/hooks';
import type { Thread } from '../../../electron/contract/model.ts';
import type { Composer } from '../../stores/composer.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useKeyLabel } from '../../ui/use-key-label.ts';
import { useWish } from '../../ui/use-wish.ts';
import { askNewKey } from '../accounts/account-dialogs.ts';
import { toldAccount } from '../accounts/account-name.ts';
import { standingOf } from '../accounts/account-state.ts';
import { openInMain } from '../commands/windows.ts';
import { ReplyAs, useAccountEdge } from './account-composer.tsx';
import { ComposerBars } from './composer-bars.tsx';
import { DraftSign } from './draft-sign.tsx';
import { StrandedDraft } from './stranded-draft.tsx';

type Props = { thread: Thread; composer: Composer; onSent?: () => void };

export function ComposerBox({ thread, composer, onSent }: Props) {
  const stores = useStores();
  const { route } = stores;
  const { accountId } = thread.ticket;
  const edge = useAccountEdge(accountId);
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = route.value.value.page === 'quick' || route.value.value.ticketId === composer.ticketId;
  useWish('reply', field, shown);
  const account = standingOf(stores, accountId);
  const readOnly = account?.canWrite === false && account.state === 'signed-in';
  const closed = thread.ticket.status === 'closed';
  const empty = composer.text.value.trim() === '';

  if (thread.ticket.gone) return <StrandedDraft composer={composer} />;
  if (readOnly) return empty ? <CannotReply accountId={accountId} /> : <StrandedDraft composer={composer} />;

  async function send(): Promise<void> {
    const done = await composer.send(closed);
    field.current?.focus();
    if (done) onSent?.();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void send();
    } else if (event.shiftKey && event.key.toLowerCase() === 'e') {
      event.preventDefault();
      composer.setEncrypted(!composer.encrypted.value);
    }
  }

  return (
    <form
      class={`composer${composer.encrypted.value ? ' encrypted' : ''}${edge}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={onKeyDown}
    >
      <ComposerBars thread={thread} composer={composer} />
      <ReplyAs accountId={accountId} id="reply-as" />
      <textarea
        ref={field}
        id="reply"
        class="reply"
        rows={2}
        aria-label={text.reply}
        aria-describedby={edge === '' ? undefined : 'reply-as'}
        aria-keyshortcuts="r"
        aria-invalid={composer.tooLong.value}
        placeholder={text.replyPlaceholder}
        // else a browser writes what is typed here into its own session files, in the clear
        autocomplete="off"
        value={composer.text.value}
        readOnly={composer.sending.value}
        onInput={(event) => composer.type(event.currentTarget.value)}
        onBlur={() => void composer.flush()}
      />
      <Foot composer={composer} closed={closed} empty={empty} />
    </form>
  );
}

type FootProps = { composer: Composer; closed: boolean; empty: boolean };

function Foot({ composer, closed, empty }: FootProps) {
  const text = useText();
  const keyLabel = useKeyLabel();
  return (
    <div class="composer-foot">
      <Switch
        label={text.encrypted}
        title={`${text.encryptedSays} (${keyLabel('Mod+Shift+E')})`}
        on={composer.encrypted.value}
        onChange={composer.setEncrypted}
      />
      <span class="spring" />
      <DraftSign state={composer.saveState.value} />
      <span class="kbd" aria-hidden="true">
        {keyLabel('Mod+Enter')}
      </span>
      <Button
        kind="primary"
        submit
        keepFocus
        off={empty || composer.tooLong.value}
        busy={composer.sending.value}
      >
        {closed ? text.reopenAndSend : text.send}
      </Button>
    </div>
  );
}

/** The composer of a key that may only read: in its place, disabled, with the reason. */
function CannotReply({ accountId }: { accountId: string }) {
  const stores = useStores();
  const text = useText();
  const route = stores.route.value.value;
  const enterKey = () =>
    route.page === 'quick'
      ? void openInMain(stores, stores.quick.ticketId.value)
      : askNewKey(stores, accountId);
  const name = toldAccount(stores, accountId);
  return (
    <div class={`composer off${useAccountEdge(accountId)}`}>
      <div class="bar info" id="cannot-reply">
        <Icon name="key" />
        <span>
          <strong>{name === null ? text.cannotReply : text.accounts.cannotReply(name)}</strong>{' '}
          {text.readOnlySays}
        </span>
        <Button onPress={enterKey}>{text.enterNewKey}</Button>
      </div>
      <textarea
        id="reply"
        class="reply"
        rows={2}
        disabled
        aria-label={text.reply}
        aria-describedby="cannot-reply"
        placeholder={text.replyPlaceholder}
      />
    </div>
  );
}
