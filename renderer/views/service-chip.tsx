// The service that a ticket is about: its name and the facts that help, the rest folded away.
import type { Service } from '../../electron/contract/model.ts';
import { useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';

const shownFirst = ['planName', 'status', 'ipAddress'];

export function ServiceChip({ service }: { service: Service }) {
  const text = useText();
  const details = Object.entries(service.details ?? {}).flatMap(([name, value]) => {
    const shown = showValue(value);
    return shown === null ? [] : [{ name, shown }];
  });
  const first = shownFirst.flatMap((name) => details.filter((detail) => detail.name === name));
  const title = service.serviceName ?? service.serviceId ?? service.serviceType;
  const line = [title, ...first.map((detail) => detail.shown)].join(' · ');
  if (details.length <= first.length) {
    return (
      <span class="service" title={text.service}>
        <Icon name="server" />
        <span class="service-line">{line}</span>
      </span>
    );
  }
  return (
    <details class="service">
      <summary title={text.serviceDetails}>
        <Icon name="server" />
        <span class="service-line">{line}</span>
        <Icon name="chevronRight" class="fold" />
      </summary>
      <dl>
        {details.map(({ name, shown }) => (
          <div key={name}>
            <dt>{readable(name)}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function showValue(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

/** `nextDueAt` as "next due at": the API names these fields, so there are no words of ours for them. */
const readable = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
