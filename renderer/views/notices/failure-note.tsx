// A failure in the user's words: what it means, the way forward, and what to quote to HostUp.
import type { Failure } from '../../../electron/contract/codes.ts';
import type { Text } from '../../text/en.ts';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { copy } from '../commands/copy.ts';

type Shown = {
  readonly failure: Failure;
  readonly id?: string;
  /** what failed is done once, at a press, and not tried again by itself */
  readonly once?: boolean;
};

export function FailureNote({ failure, id, once = false }: Shown) {
  const text = useText();
  const { says, next, once: again } = text.codes[failure.code];
  const forward = forwardOf(failure, text) ?? (once ? again : undefined) ?? next;
  return (
    <div class="failure" id={id}>
      <Icon name="alert" />
      <div>
        <p>
          <strong>{says}</strong> {forward}
        </p>
        {failure.detail !== undefined && <p class="failure-said">{failure.detail}</p>}
        <FailureDetails failure={failure} />
      </div>
    </div>
  );
}

/** Where HostUp gives its reasons: to go by them. */
export const forwardOf = ({ code, detail, fields = [] }: Failure, text: Text): string | undefined =>
  detail !== undefined || fields.length > 0 ? text.codes[code].reasoned : undefined;

/** Status and request number, to quote; nothing if there are none. */
export function FailureDetails({ failure }: { failure: Failure }) {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  const parts = [
    failure.status === undefined ? null : text.statusCode(failure.status),
    failure.requestId === undefined ? null : text.requestId(failure.requestId),
    failure.retryAt === undefined ? null : text.nextAttempt(dates.time(failure.retryAt)),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const line = parts.join(' · ');
  return (
    <p class="failure-details">
      <span>{line}</span>
      {failure.requestId !== undefined && (
        <button type="button" class="link" onClick={() => void copy(stores, `${failure.code} · ${line}`)}>
          {text.copyDetails}
        </button>
      )}
    </p>
  );
}
