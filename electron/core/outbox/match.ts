// Pure: is this reply among the messages that HostUp shows? There is no key that says so, only text, time and mark.
import type { Baseline, StoredMessage, StoredOutgoing } from '../records.ts';
import { normalise } from '../text/normalise.ts';

/** How much earlier than our mark HostUp may say it was stored, beyond the measured clock skew; milliseconds. */
const tolerance = 120_000;

/** Epoch ms by HostUp's clock: what was stored before it is not this row. Null: it was never sent. */
export const earliestArrival = ({ markedAt, skew }: StoredOutgoing): number | null =>
  markedAt === null ? null : markedAt + skew - tolerance;

export type Match =
  /** `byText` false: only time and mark say that it is this one */
  | { readonly kind: 'found'; readonly message: StoredMessage; readonly byText: boolean }
  | { readonly kind: 'none' | 'several' };

/**
 * The customer's message that is this reply: by its text, or by its mark where the API hides the text.
 * @param messages as HostUp told them: the cache may lack texts that HostUp shows
 * @param claimed server message ids that other replies of ours already own
 * @returns 'several' when masked bodies leave more than one candidate: then a person must say
 */
export function findMatch(
  row: StoredOutgoing,
  messages: readonly StoredMessage[],
  claimed: ReadonlySet<string>,
): Match {
  const earliest = earliestArrival(row);
  if (!row.baseline || earliest === null) return { kind: 'none' };
  const known = new Set(row.baseline.ownIds);
  const candidates = messages.filter(
    (message) =>
      message.sender === 'customer' &&
      !message.opening &&
      !known.has(message.id) &&
      !claimed.has(message.id) &&
      (message.sentAt === null || message.sentAt >= earliest),
  );
  const text = normalise(row.text);
  const same = candidates.find((message) => message.body !== null && normalise(message.body) === text);
  if (same) return { kind: 'found', message: same, byText: true };
  const masked = candidates.filter(
    (message) =>
      message.encrypted === row.encrypted && (row.encrypted ? isMasked(message.body) : message.body === null),
  );
  const [only] = masked;
  if (masked.length > 1) return { kind: 'several' };
  return only ? { kind: 'found', message: only, byText: false } : { kind: 'none' };
}

/** A body that the API hides: nothing, only mask characters, or a short sentence in brackets that says so. */
export function isMasked(body: string | null): boolean {
  if (body === null) return true;
  const text = body.trim();
  return (
    /^[\s*•●·…xX.-]*$/u.test(text) ||
    /^[[(<][^\n]{0,80}(encrypt|krypt|protect|skydd|hidden|dold)[^\n]{0,80}[\])>]$/iu.test(text)
  );
}

/** What is known of the thread just before a reply goes out. */
export function baselineOf(row: StoredOutgoing, messages: readonly StoredMessage[]): Baseline {
  const own = messages.filter((message) => message.sender === 'customer');
  const text = normalise(row.text);
  return {
    ownIds: own.map((message) => message.id),
    lastMessageId: messages.at(-1)?.id ?? null,
    sameText: own.filter((message) => message.body !== null && normalise(message.body) === text).length,
  };
}
