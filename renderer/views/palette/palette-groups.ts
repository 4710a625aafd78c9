// What the palette lists for what is typed, in groups and in order.
import type { TicketRow } from '../../../electron/contract/model.ts';
import type { Found } from '../../stores/palette.ts';
import { numberOf } from '../../stores/ticket-number.ts';
import type { Text } from '../../text/en.ts';
import { type Hit, matchWords } from '../../ui/word-match.ts';
import type { Entry } from './palette-entry.ts';

export type Item =
  | { readonly kind: 'ticket'; readonly id: string; readonly row: TicketRow; readonly subject: Hit['ranges'] }
  | { readonly kind: 'number'; readonly id: string; readonly number: string }
  | { readonly kind: 'action'; readonly id: string; readonly entry: Entry; readonly label: Hit['ranges'] };
export type Group = { readonly title: string; readonly items: readonly Item[] };

type Shown = {
  readonly typed: string;
  readonly entries: readonly Entry[];
  /** the newest answer; it may belong to a text that was typed before */
  readonly found: Found | null;
  /** the ticket that is on screen, which nobody looks for */
  readonly open: string | null;
};

export function groupsOf({ typed, entries, found, open }: Shown, text: Text): Group[] {
  const wanted = typed.trim();
  const number = numberOf(wanted);
  const tickets = ticketsOf(wanted, found).filter(({ id }) => wanted !== '' || id !== open);
  const known = found?.typed === wanted && found.rows.some((row) => row.number === number);
  const unknown: Item[] =
    number === null || known ? [] : [{ kind: 'number', id: `number/${number}`, number }];
  const groups: Group[] = [
    { title: wanted === '' ? text.paletteRecent : text.tickets, items: [...unknown, ...tickets] },
    { title: text.paletteActions, items: number === null ? actionsOf(wanted, entries) : [] },
  ];
  if (wanted !== '' && number === null) groups.reverse();
  return groups.filter(({ items }) => items.length > 0);
}

/** The best first; those that fit alike stay in order. */
function actionsOf(wanted: string, entries: readonly Entry[]): Item[] {
  return entries
    .filter(({ detailed }) => wanted !== '' || detailed !== true)
    .flatMap((entry) => {
      const own = matchWords(wanted, entry.label);
      const meant = entry.also === undefined ? null : matchWords(wanted, `${entry.label} ${entry.also}`);
      const hit = own ?? meant ?? matchWords(wanted, `${entry.place} ${entry.label} ${entry.also ?? ''}`);
      const score = Math.max(own?.score ?? 0, meant?.score ?? 0);
      return hit === null ? [] : [{ entry, score, label: own?.ranges ?? [] }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ entry, label }) => ({ kind: 'action', id: entry.id, entry, label }));
}

/** Until the answer for it is here, of the rows of an older answer those that fit at sight. */
function ticketsOf(wanted: string, found: Found | null): Item[] {
  const current = found?.typed === wanted;
  return (found?.rows ?? []).flatMap((row) => {
    const hit = matchWords(wanted, `#${row.number} ${row.subject ?? ''}`);
    if (hit === null && !current) return [];
    return [{ kind: 'ticket', id: row.id, row, subject: subjectRanges(row, hit) }];
  });
}

/** What the program marked in the subject, else what fits at sight. */
function subjectRanges(row: TicketRow, hit: Hit | null): Hit['ranges'] {
  if (row.match?.field === 'subject' && row.match.text === row.subject) return row.match.ranges;
  const before = row.number.length + 2;
  return (hit?.ranges ?? [])
    .filter(([start]) => start >= before)
    .map(([start, end]) => [start - before, end - before]);
}
