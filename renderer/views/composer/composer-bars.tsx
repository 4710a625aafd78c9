// The bars above a reply: somebody answered meanwhile, this looks like a secret, the ticket is closed, it failed.
import { limits } from '../../../electron/contract/calls.ts';
import type { Thread } from '../../../electron/contract/model.ts';
import type { Composer } from '../../stores/composer.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { toldAccount } from '../accounts/account-name.ts';
import { standingOf } from '../accounts/account-state.ts';
import { Bar } from '../notices/bar.tsx';
import { FailureNote } from '../notices/failure-note.tsx';
import { SecretBar } from './secret-bar.tsx';

/** From so few characters left it is told how many. */
const nearlyFull = 5_000;

type Props = { thread: Thread; composer: Composer };

export function ComposerBars({ thread, composer }: Props) {
  const stores = useStores();
  const text = useText();
  const { accountId } = thread.ticket;
  const account = standingOf(stores, accountId);
  const name = toldAccount(stores, accountId);
  const problem = composer.problem.value;
  const { length } = composer.text.value;
  const left = limits.text - length;
  const suspicion = composer.suspicion.value;
  return (
    <div class="bars" aria-live="polite">
      {composer.overtaken.value && <Overtaken thread={thread} composer={composer} />}
      {suspicion !== null && (
        <SecretBar
          suspicion={suspicion}
          onEncrypt={() => composer.setEncrypted(true)}
          onHarmless={composer.callNotSecret}
        />
      )}
      {thread.ticket.status === 'closed' && (
        <Bar kind="info" icon="archive">
          <span>{text.closedSendReopens}</span>
        </Bar>
      )}
      {account?.state === 'signed-out' && (
        <Bar kind="info" icon="key">
          <span>{name === null ? text.signedOutReply : text.accounts.signedOutReply(name)}</span>
        </Bar>
      )}
      {left < nearlyFull && (
        <Bar kind={left < 0 ? 'danger' : 'info'} icon="alert">
          <span>
            {left < 0 ? text.tooLong(-left) : text.left(left)}
            {composer.tooLongToKeep.value && ` ${text.tooLongToKeep(length - limits.draft)}`}
          </span>
        </Bar>
      )}
      {problem !== null && (
        <div class="bar danger">
          <FailureNote failure={problem} once />
        </div>
      )}
    </div>
  );
}

function Overtaken({ thread, composer }: Props) {
  const text = useText();
  const last = thread.messages.findLast((message) => message.sender === 'staff');
  const show = () => {
    composer.seeArrived();
    const log = document.getElementById('conversation');
    log?.scrollTo({ top: log.scrollHeight });
  };
  return (
    <Bar kind="warn" icon="turn">
      <span>{text.overtaken(last?.senderName ?? text.hostup)}</span>
      <span class="bar-actions">
        <Button onPress={show}>{text.show}</Button>
        <IconButton icon="close" label={text.dismiss} onPress={composer.seeArrived} />
      </span>
    </Bar>
  );
}
