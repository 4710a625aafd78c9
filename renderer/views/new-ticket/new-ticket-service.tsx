// The linked service of a new ticket: one that tickets have been about, or another by type and identity.
import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../electron/contract/calls.ts';
import { linkableTypes, type SeenService } from '../../../electron/contract/services.ts';
import { createQuery } from '../../stores/query.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Field } from '../../ui/field.tsx';
import { TextField, useProblem } from './new-ticket-text.tsx';

const another = 'another';
const keyOf = ({ serviceType, serviceId }: Pick<SeenService, 'serviceType' | 'serviceId'>) =>
  `${serviceType}/${serviceId}`;

export function ServiceField() {
  const { newTicket } = useStores();
  const text = useText();
  const [ofType, ofId] = [useProblem('serviceType'), useProblem('serviceId')];
  const { serviceType, serviceId } = newTicket.form.value;
  const seen = useSeen();
  const chosen = seen.find((one) => one.serviceType === serviceType && one.serviceId === serviceId);
  const typed = serviceType !== '' && chosen === undefined;

  function choose(value: string): void {
    const next = seen.find((one) => keyOf(one) === value);
    newTicket.set('serviceType', next?.serviceType ?? (value === another ? 'other' : ''));
    newTicket.set('serviceId', next?.serviceId ?? '');
  }

  return (
    <>
      <Field
        label={text.form.service}
        optional={text.optional}
        error={typed ? null : (ofType ?? ofId)}
        hint={typed ? undefined : text.form.serviceSays}
      >
        {(attributes) => (
          <select
            {...attributes}
            class="input"
            value={typed ? another : chosen === undefined ? '' : keyOf(chosen)}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="">{text.noService}</option>
            {linkableTypes.map((type) => (
              <Group key={type} type={type} seen={seen} />
            ))}
            <option value={another}>{text.form.anotherService}</option>
          </select>
        )}
      </Field>
      {typed && <Typed />}
    </>
  );
}

type GroupProps = { type: SeenService['serviceType']; seen: readonly SeenService[] };

function Group({ type, seen }: GroupProps) {
  const label = useText().linked.types[type];
  const services = seen.filter((one) => one.serviceType === type);
  if (services.length === 0) return null;
  return (
    <optgroup label={label}>
      {services.map((service) => (
        <option key={keyOf(service)} value={keyOf(service)}>
          {toldApart(service, seen, label)}
        </option>
      ))}
    </optgroup>
  );
}

const nameOf = (service: SeenService): string => service.serviceName ?? service.serviceId;

/** By its name; with its kind where another has that name, and with its identity where the kind is the same too. */
function toldApart(service: SeenService, seen: readonly SeenService[], kind: string): string {
  const name = nameOf(service);
  const alike = seen.filter((one) => one !== service && nameOf(one) === name);
  if (alike.length === 0) return name;
  const isSameKind = alike.some(({ serviceType }) => serviceType === service.serviceType);
  return isSameKind ? `${name} · ${kind} ${service.serviceId}` : `${name} · ${kind}`;
}

function Typed() {
  const { newTicket } = useStores();
  const text = useText();
  const error = useProblem('serviceType');
  return (
    <div class="pair">
      <Field label={text.serviceType} error={error}>
        {(attributes) => (
          <select
            {...attributes}
            class="input"
            value={newTicket.form.value.serviceType}
            onChange={(event) =>
              newTicket.set(
                'serviceType',
                linkableTypes.find((type) => type === event.currentTarget.value) ?? '',
              )
            }
          >
            {linkableTypes.map((type) => (
              <option key={type} value={type}>
                {text.linked.types[type]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField name="serviceId" label={text.serviceId} />
    </div>
  );
}

/** Of the account that the ticket is for. */
function useSeen(): readonly SeenService[] {
  const { client, newTicket, accounts } = useStores();
  const account = newTicket.account.value;
  const [query] = useState(() =>
    createQuery<Output<'services.seen'>>(() => {
      const account = newTicket.account.peek();
      if (account === null) return null;
      return client.call('services.seen', accounts.several.peek() ? { account } : {});
    }),
  );
  useEffect(() => void query.ask(), [query, account]);
  return account === null ? [] : (query.value.value ?? []);
}
