// The user's own marks of a ticket as small signs; each says in words what it is.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Dates } from '../../text/dates.ts';
import type { Text } from '../../text/en.ts';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

type Marked = Pick<TicketRow, 'pinned' | 'muted' | 'hidden' | 'snoozedUntil'>;

export function OwnMarks({ row }: { row: Marked }) {
  const { now } = useStores();
  const text = useText();
  const dates = useDates();
  return (
    <>
      {marksOf(row, text, dates, now.value).map(({ icon, says }) => (
        <span key={icon} class="mark-icon" role="img" aria-label={says} title={says}>
          <Icon name={icon} />
        </span>
      ))}
    </>
  );
}

/** Each mark with its words, such as "Snoozed until tomorrow 08:00". */
export function marksOf(
  { pinned, muted, hidden, snoozedUntil }: Marked,
  text: Text,
  dates: Dates,
  now: number,
): { icon: IconName; says: string }[] {
  const asleep =
    snoozedUntil === 'reply'
      ? text.snoozedUntilReply
      : snoozedUntil !== null && snoozedUntil > now
        ? text.snoozedUntil(dates.ahead(snoozedUntil, now))
        : null;
  return [
    ...(pinned ? [{ icon: 'pin' as const, says: text.pinnedMark }] : []),
    ...(asleep === null ? [] : [{ icon: 'moon' as const, says: asleep }]),
    ...(muted ? [{ icon: 'bellOff' as const, says: text.mutedMark }] : []),
    ...(hidden ? [{ icon: 'eyeOff' as const, says: text.hiddenMark }] : []),
  ];
}
