// One line of the palette: a ticket, a number to open, or something that can be done.
import { useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Marked } from '../../ui/marked.tsx';
import { useKeyLabel } from '../../ui/use-key-label.ts';
import { AccountTag } from '../accounts/account-tag.tsx';
import type { Entry } from './palette-entry.ts';
import type { Item } from './palette-groups.ts';

type Props = { id: string; item: Item; index: number; total: number; active: boolean };

export function PaletteOption({ id, item, index, total, active }: Props) {
  return (
    <div
      id={id}
      role="option"
      class="palette-option"
      tabIndex={-1}
      aria-selected={active}
      aria-posinset={index + 1}
      aria-setsize={total}
    >
      {item.kind === 'ticket' ? <Ticket item={item} /> : <Action item={item} />}
    </div>
  );
}

function Ticket({ item: { row, subject } }: { item: Item & { kind: 'ticket' } }) {
  const text = useText();
  const turn = { you: text.yourTurn, hostup: text.hostupTurn, none: text.status.closed }[row.turn];
  const where = row.serviceName ?? row.departmentName ?? '';
  // where a message holds what was typed, its words stand below
  const piece = row.match?.field === 'subject' || row.match?.field === 'number' ? null : row.match;
  return (
    <>
      <Icon name={row.status === 'closed' ? 'archive' : 'inbox'} />
      <span class="palette-text">
        <span class="palette-label">
          <Marked text={row.subject ?? text.noSubject} ranges={subject} />
        </span>
        {piece != null && (
          <span class="palette-piece">
            <Marked text={piece.text} ranges={piece.ranges} />
          </span>
        )}
      </span>
      <AccountTag id={row.accountId} />
      <span class="palette-place">
        {`#${row.number} · `}
        {where !== '' && <span class="palette-where">{`${where} · `}</span>}
        {turn}
      </span>
    </>
  );
}

type Shown = Pick<Entry, 'key' | 'place' | 'icon' | 'subject'>;
const openNumber: Shown = { key: 'Enter', place: '' };

function Action({ item }: { item: Item & { kind: 'action' | 'number' } }) {
  const text = useText();
  const keyLabel = useKeyLabel();
  const { key, place, icon, subject }: Shown = item.kind === 'action' ? item.entry : openNumber;
  return (
    <>
      <Icon name={icon ?? (item.kind === 'number' ? 'inbox' : 'chevronRight')} />
      <span class="palette-text">
        <span class="palette-label">
          {item.kind === 'number' ? (
            text.openNumber(item.number)
          ) : (
            <Marked text={item.entry.label} ranges={item.label} />
          )}
        </span>
      </span>
      <span class="palette-place">{place}</span>
      {subject !== undefined && <bdi class="palette-place palette-subject">{subject}</bdi>}
      {key !== undefined && (
        <span class="kbd" aria-hidden="true">
          {keyLabel(key)}
        </span>
      )}
    </>
  );
}
