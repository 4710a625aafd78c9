// Replies and new tickets that need the user, wherever the user is: shown here unless the place that shows them is
// already in front. One is open and the others are a line each, so that they leave room for what is being read;
// where there is one pane, all of them are one line beside a conversation.
import type { RefObject } from 'preact';
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
  const place = useFocusOn(chosen);
  if (stores.screen.middle.value === 'unsent') return null;
  const list = alertsOf(stores);
  const open = list.find(({ id }) => id === chosen) ?? list[0];
  const unfolded = open !== undefined && open.id === chosen;
  return (
    <div class={unfolded ? 'alerts unfolded' : 'alerts'} ref={place}>
      {open !== undefined && (
        <Line
          outgoing={open}
          others={list.length - 1}
          unfolded={unfolded}
          onTurn={() => choose(unfolded ? null : open.id)}
        />
      )}
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

/** The keyboard goes along with what is opened and folded. */
function useFocusOn(chosen: string | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useLayoutEffect(() => {
    if (chosen === before.current) return;
    before.current = chosen;
    const next = chosen === null ? '.alerts-line button' : '.open button';
    place.current?.querySelector<HTMLElement>(next)?.focus();
  }, [chosen]);
  return place;
}

type LineProps = { outgoing: Outgoing; others: number; unfolded: boolean; onTurn: () => void };

/** In a window of one pane: all there is to be seen beside a conversation, until it is pressed. */
function Line({ outgoing, others, unfolded, onTurn }: LineProps) {
  const stores = useStores();
  const text = useText();
  const { title, mild } = inShort(stores, outgoing);
  if (unfolded) {
    return (
      <div class="alerts-line">
        <button type="button" class="link" aria-expanded="true" onClick={onTurn}>
          {text.showLess}
        </button>
      </div>
    );
  }
  return (
    <div class="alerts-line">
      <AlertBox title={title} mild={mild} folded>
        <button type="button" aria-expanded="false" onClick={onTurn}>
          <Icon name={mild ? 'clock' : 'alert'} />
          <span class="alert-subject">{title}</span>
          {others > 0 && <span class="alert-state">{text.more(others)}</span>}
          <Icon name="chevronRight" class="fold" />
        </button>
      </AlertBox>
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
  const { title, mild } = inShort(stores, outgoing);
  return (
    <AlertBox title={title} mild={mild} folded>
      <button type="button" aria-expanded="false" onClick={onOpen}>
        <Icon name={mild ? 'clock' : 'alert'} />
        <span class="alert-subject">{outgoing.subject ?? title}</span>
        <AccountTag id={outgoing.accountId} />
        <span class="alert-state">{isUnsentTicket(stores, outgoing) ? text.notSentYet : text.needsYou}</span>
      </button>
    </AlertBox>
  );
}

/** What it is about in a few words, and whether it can wait. */
function inShort(stores: Stores, outgoing: Outgoing): { title: string; mild: boolean } {
  const { text } = stores.words.value;
  const waits = isUnsentTicket(stores, outgoing);
  return {
    title: waits ? notSentTitle(outgoing, text) : titleOf(outgoing, text),
    mild: waits && !isCritical(outgoing),
  };
}
