// A new ticket that HostUp does not know of yet says so plainly; a critical one says to call instead of waiting.
import type { Outgoing } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Text } from '../../text/en.ts';
import { AlertBox } from '../../ui/alert-box.tsx';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { isSignedOut } from '../accounts/account-state.ts';
import { AccountTag } from '../accounts/account-tag.tsx';
import { showView } from '../commands/go.ts';
import { openLink } from '../message/open-link.ts';

/** Whether it waits for more than a moment: it was tried, or could not be. */
export const isUnsentTicket = (stores: Stores, { kind, state, reason, accountId }: Outgoing): boolean =>
  kind === 'create' && state === 'queued' && (reason !== null || isSignedOut(stores, accountId));

/** The form that is in front holds this new ticket. */
export const isInForm = ({ route, newTicket }: Stores, id: string): boolean =>
  route.value.value.page === 'new' && newTicket.id.value === id;

export const isCritical = ({ priority }: Outgoing): boolean => priority === 'critical';

export const notSentTitle = (outgoing: Outgoing, text: Text): string =>
  isCritical(outgoing) ? text.notSentCall : text.notSentYet;

/** @param link leads to the list of what is unsent (where that is not already in front) */
export function NotSentYet({ outgoing, link = false }: { outgoing: Outgoing; link?: boolean }) {
  const stores = useStores();
  const text = useText();
  const critical = isCritical(outgoing);
  const title = notSentTitle(outgoing, text);
  return (
    <AlertBox title={title} mild={!critical}>
      <p class="alert-title">
        <Icon name={critical ? 'alert' : 'clock'} />
        <strong>{title}</strong>
      </p>
      {link && <AccountTag id={outgoing.accountId} />}
      {link && outgoing.subject !== null && <p class="alert-subject clamped">{outgoing.subject}</p>}
      <p>{waitsFor(stores, outgoing)}</p>
      {critical && <CallHostUp />}
      {link && (
        <div class="actions">
          <Button onPress={() => showView(stores, 'unsent')}>{text.unsent}</Button>
        </div>
      )}
    </AlertBox>
  );
}

function waitsFor(stores: Stores, outgoing: Outgoing): string {
  const { text } = stores.words.value;
  const critical = isCritical(outgoing);
  if (isSignedOut(stores, outgoing.accountId))
    return critical ? text.notSentCallSignedOut : text.notSentSignedOut;
  return critical ? text.notSentCallSays : text.notSentYetSays;
}

const site = { href: 'https://hostup.se/', host: 'hostup.se' };

/** This program knows no telephone number of HostUp's that stays right; their own page does. */
export function CallHostUp() {
  const stores = useStores();
  const text = useText();
  const [before, after] = text.callHostUp(site.host).split(site.host);
  return (
    <p class="alert-call">
      {before}
      <button type="button" class="link" onClick={() => void openLink(stores, site.href, site.host)}>
        {site.host}
      </button>
      {after}
    </p>
  );
}
