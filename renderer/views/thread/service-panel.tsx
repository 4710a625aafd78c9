// Everything that HostUp says of a linked service: what matters first, then the rest as it came.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Service } from '../../../electron/contract/model.ts';
import { readable, type Value } from '../../services/readable.ts';
import type { ServiceFacts } from '../../services/service-facts.ts';
import { IconButton } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { copy } from '../commands/copy.ts';
import { ServiceTickets } from './service-tickets.tsx';

/** so many of the rest at once, and so much of a text */
const shownFirst = 8;
const shownText = 240;

type State = NonNullable<ServiceFacts['state']>;

/** In words of ours where we know it, else as it came. */
export function StateChip({ state }: { state: State }) {
  const text = useText();
  const words = state.name === null ? state.raw : text.linked.states[state.name];
  return <bdi class={`chip state ${state.tone}`}>{words}</bdi>;
}

type Props = {
  service: Service;
  facts: ServiceFacts;
  ticket: { readonly id: string; readonly accountId: string };
};

export function ServicePanel({ service, facts, ticket }: Props) {
  const text = useText();
  const { state, plan, addresses, dueAt, autoRenew, rest } = facts;
  const words = text.linked;
  const type = service.serviceType.toLowerCase();
  const known = Object.hasOwn(words.types, type) ? words.types[type as keyof typeof words.types] : null;
  return (
    <div class="service-panel">
      <dl>
        <Row label={words.type}>{known ?? <bdi>{service.serviceType}</bdi>}</Row>
        {state !== null && (
          <Row label={words.state}>
            <StateChip state={state} />
          </Row>
        )}
        {plan !== null && (
          <Row label={words.plan}>
            <bdi>{plan}</bdi>
          </Row>
        )}
        {addresses.length > 0 && (
          <Row label={words.address}>
            {addresses.map((address) => (
              <Address key={address} address={address} />
            ))}
          </Row>
        )}
        {dueAt !== null && (
          <Row label={words.due}>
            <Due at={dueAt} counts={state?.tone !== 'over'} />
          </Row>
        )}
        {autoRenew !== null && <Row label={words.autoRenew}>{autoRenew ? words.yes : words.no}</Row>}
        {service.serviceId !== null && (
          <Row label={words.id}>
            <bdi class="mono">{service.serviceId}</bdi>
          </Row>
        )}
        <Rest rest={rest} />
      </dl>
      {service.details === null && <p class="hint">{words.noDetails}</p>}
      {service.serviceName !== null && <ServiceTickets name={service.serviceName} ticket={ticket} />}
    </div>
  );
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <bdi>{label}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Address({ address }: { address: string }) {
  const stores = useStores();
  const text = useText();
  return (
    <span class="service-address">
      <bdi class="mono">{address}</bdi>
      <IconButton
        icon="copy"
        class="small"
        label={text.linked.copyAddress(address)}
        onPress={() => void copy(stores, address)}
      />
    </span>
  );
}

/** The day, and how far it is from today; not for what is over anyway. */
function Due({ at, counts }: { at: number; counts: boolean }) {
  const { now } = useStores();
  const dates = useDates();
  const words = useText().linked;
  const days = dates.daysUntil(at, now.value);
  const far =
    days < 0
      ? words.overdue(-days)
      : days === 0
        ? words.dueToday
        : days === 1
          ? words.dueTomorrow
          : words.dueIn(days);
  return (
    <>
      {dates.date(at)}
      {counts && <span class={days < 0 ? 'overdue' : 'dim'}> · {far}</span>}
    </>
  );
}

function Rest({ rest }: { rest: ServiceFacts['rest'] }) {
  const words = useText().linked;
  const [all, setAll] = useState(false);
  const { facts, more } = useMemo(() => readable(rest), [rest]);
  const shown = all ? facts : facts.slice(0, shownFirst);
  return (
    <>
      {shown.map(({ label, value }, index) => (
        <Row key={`${index} ${label}`} label={label}>
          <Shown value={value} />
        </Row>
      ))}
      {facts.length > shownFirst && (
        <div>
          <dt />
          <dd>
            <button type="button" class="link" onClick={() => setAll(!all)}>
              {all ? words.showFewer : words.showAll(facts.length)}
            </button>
            {all && more && <p class="hint">{words.tooMany}</p>}
          </dd>
        </div>
      )}
    </>
  );
}

function Shown({ value }: { value: Value }) {
  const { words } = useStores();
  const { text, dates, language } = words.value;
  switch (value.kind) {
    case 'text':
      return <LongText whole={value.text} />;
    case 'flag':
      return <>{value.on ? text.linked.yes : text.linked.no}</>;
    case 'number':
      return <>{value.number.toLocaleString(language, { maximumFractionDigits: 6, useGrouping: false })}</>;
    case 'time':
      return <>{value.day ? dates.date(value.at) : `${dates.date(value.at)} ${dates.time(value.at)}`}</>;
    case 'nothing':
      return <span class="dim">{text.linked.nothing}</span>;
  }
}

function LongText({ whole }: { whole: string }) {
  const words = useText().linked;
  const [all, setAll] = useState(false);
  if (whole.length <= shownText) return <bdi>{whole}</bdi>;
  return (
    <>
      <bdi>{all ? whole : `${whole.slice(0, shownText)}…`}</bdi>{' '}
      <button type="button" class="link" onClick={() => setAll(!all)}>
        {all ? words.showFewer : words.wholeText}
      </button>
    </>
  );
}
