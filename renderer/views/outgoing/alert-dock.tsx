// Replies and new tickets that need the user, wherever the user is: shown here unless the place that shows them is
// already in front. One is open and the others are a line each, so that they leave room for what is being read.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Outgoing } from '../../../electron/contract/model.ts';
import type { Stores } from '../../stores/stores.ts';
import { AlertBox } from '../../ui/alert-box.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { AccountTag } from '../accounts/account-tag.tsx';
import { OutgoingAlert, titleOf } from './outgoing-parts.tsx';
import { isCritical, isInForm, isUnsentTicket, NotSentYet, notSentTitle } from './outgoing-waiting.tsx';

export function AlertDock() {
  const stores = useStores();
  const [chosen, choose] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (chosen !== null) place.current?.querySelector<HTMLElement>('.open button')?.focus();
  }, [chosen]);
  if (stores.screen.middle.value === 'unsent') return null;
  const list = alertsOf(stores);
  const open = list.find(({ id }) => id === chosen) ?? list[0];
  return (
    <div class="alerts" ref={place}>
      {list.map((outgoing) =>
        outgoing === open ? (
          <div key={outgoing.id} class="open">
            {isUnsentTicket(stores, outgoing) ? (
              <NotSentYet outgoing={outgoing} link />
            ) : (
              <OutgoingAlert outgoing={outgoing} link />
            )}
          </div>
        ) : (
          <Folded key={outgoing.id} outgoing={outgoing} onOpen={() => choose(outgoing.id)} />
        ),
      )}
    </div>
  );
}

/** What cannot wait comes first, what only waits last. */
function alertsOf(stores: Stores): Outgoing[] {
  const { ticketId } = stores.route.value.value;
  const list = (stores.outbox.value.value ?? []).filter(
    (reply) => reply.ticketId !== ticketId && !isInForm(stores, reply.id),
  );
  const waiting = list.filter((outgoing) => isUnsentTicket(stores, outgoing));
  return [
    ...waiting.filter(isCritical),
    ...list.filter(needsAnswer),
    ...waiting.filter((outgoing) => !isCritical(outgoing)),
  ];
}

/** A refused reply is told in the list of tickets; a refused new ticket has no place there. */
const needsAnswer = ({ state, kind }: Outgoing): boolean =>
  state === 'needs-user' || (state === 'rejected' && kind === 'create');

function Folded({ outgoing, onOpen }: { outgoing: Outgoing; onOpen: () => void }) {
  const stores = useStores();
  const text = useText();
  const waits = isUnsentTicket(stores, outgoing);
  const mild = waits && !isCritical(outgoing);
  const title = waits ? notSentTitle(outgoing, text) : titleOf(outgoing, text);
  return (
    <AlertBox title={title} mild={mild} folded>
      <button type="button" aria-expanded="false" onClick={onOpen}>
        <Icon name={mild ? 'clock' : 'alert'} />
        <span class="alert-subject">{outgoing.subject ?? title}</span>
        <AccountTag id={outgoing.accountId} />
        <span class="alert-state">{waits ? text.notSentYet : text.needsYou}</span>
      </button>
    </AlertBox>
  );
}
