// The service that a ticket is about: its name and the facts that help, and everything else at a press.
import { useMemo, useState } from 'preact/hooks';
import type { Service } from '../../../electron/contract/model.ts';
import { factsOf } from '../../services/service-facts.ts';
import { useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { ServicePanel, StateChip } from './service-panel.tsx';

type Props = { service: Service; ticket: { readonly id: string; readonly accountId: string } };

export function ServiceChip({ service, ticket }: Props) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const facts = useMemo(() => factsOf(service), [service]);
  const title = service.serviceName ?? service.serviceId ?? service.serviceType;
  return (
    <details class="service" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary title={text.serviceDetails}>
        <Icon name="server" />
        <bdi class="service-name">{title}</bdi>
        {facts.plan !== null && <bdi class="service-fact">{facts.plan}</bdi>}
        {facts.state !== null && <StateChip state={facts.state} />}
        {facts.addresses[0] !== undefined && <bdi class="service-fact">{facts.addresses[0]}</bdi>}
        <Icon name="chevronRight" class="fold" />
      </summary>
      {open && <ServicePanel service={service} facts={facts} ticket={ticket} />}
    </details>
  );
}
