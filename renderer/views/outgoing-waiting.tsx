// A new ticket that HostUp does not know of yet says so plainly; a critical one says to call instead of waiting.
import type { Outgoing } from '../../electron/contract/model.ts';
import type { Text } from '../text/en.ts';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';
import { AccountTag } from './account-tag.tsx';
import { showView } from './actions.ts';

/** Whether it waits for more than a moment: it was tried, or could not be. */
export const isUnsentTicket = ({ kind, state, reason }: Outgoing): boolean =>
  kind === 'create' && state === 'queued' && reason !== null;

export const isCritical = ({ priority }: Outgoing): boolean => priority === 'critical';

export const notSentTitle = (outgoing: Outgoing, text: Text): string =>
  isCritical(outgoing) ? text.notSentCall : text.notSentYet;

/** @param link leads to the list of what is unsent (where that is not already in front) */
export function NotSentYet({ outgoing, link = false }: { outgoing: Outgoing; link?: boolean }) {
  const stores = useStores();
  const text = useText();
  const critical = isCritical(outgoing);
  const title = notSentTitle(outgoing, text);
  const inside = (
    <>
      <p class="alert-title">
        <Icon name={critical ? 'alert' : 'clock'} />
        <strong>{title}</strong>
      </p>
      {link && <AccountTag id={outgoing.accountId} />}
      {link && outgoing.subject !== null && <p class="alert-subject">{outgoing.subject}</p>}
      <p>{critical ? text.notSentCallSays : text.notSentYetSays}</p>
      {link && (
        <div class="actions">
          <Button onPress={() => showView(stores, 'unsent')}>{text.unsent}</Button>
        </div>
      )}
    </>
  );
  if (critical) {
    return (
      <div class="alert" role="alert" aria-label={title}>
        {inside}
      </div>
    );
  }
  return (
    <div class="alert mild" role="status" aria-label={title}>
      {inside}
    </div>
  );
}
