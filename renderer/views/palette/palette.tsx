// Ctrl or Cmd + K: one field that finds tickets and everything that can be done now. The keyboard stays in the field.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Stores } from '../../stores/stores.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isPaletteKey } from '../../ui/keys.ts';
import { openTicket } from '../commands/go.ts';
import { openByNumber } from '../commands/open-by-number.ts';
import { SearchLimits, useSearchLimits } from '../search/search-limits.tsx';
import { paletteEntries } from './palette-entries.ts';
import { groupsOf, type Item } from './palette-groups.ts';
import { PaletteList } from './palette-list.tsx';

export function Palette({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const text = useText();
  const { palette, session } = stores;
  const [entries] = useState(() => paletteEntries(stores));
  const [marked, setMarked] = useState<string | null>(null);
  const choose = useChoice(onClose);
  const base = useId();
  const typed = palette.typed.value;
  const open = stores.route.value.value.ticketId;
  const groups = groupsOf({ typed, entries, found: palette.found.value, open }, text);
  const items = groups.flatMap((group) => group.items);
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === marked),
  );
  const active = items[at];
  const limited = useSearchLimits(typed, palette.found.value?.leftOut ?? 0);
  const pending = palette.problem.value === null && palette.found.value?.typed !== typed.trim();

  useEffect(() => {
    document.getElementById(`${base}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, typed]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step !== undefined && items.length > 0)
      setMarked(items[(at + step + items.length) % items.length]?.id ?? null);
    else if (event.key === 'Enter') choose(active);
    else if (isPaletteKey(event, session.value.peek()?.platform ?? '')) onClose();
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={text.palette} onClose={onClose} bare>
      <PaletteField
        listId={`${base}-list`}
        activeId={active === undefined ? undefined : `${base}-${at}`}
        limited={limited}
        onType={() => setMarked(null)}
        onKeyDown={onKeyDown}
      />
      <SearchLimits id="palette-limits" said={limited} />
      <PaletteList
        base={base}
        groups={groups}
        items={items}
        active={active}
        pending={pending}
        onMark={({ id }) => setMarked(id)}
        onChoose={choose}
      />
      <Says count={items.length} pending={pending} />
    </Dialog>
  );
}

/** Begins the palette anew. What is chosen runs once the dialog has given the keyboard back to where it was. */
function useChoice(onClose: () => void): (item: Item | undefined) => void {
  const stores = useStores();
  const chosen = useRef<Item | null>(null);
  useLayoutEffect(() => {
    stores.palette.start();
    return () => {
      const item = chosen.current;
      if (item !== null) setTimeout(() => run(stores, item));
    };
  }, []);
  return (item) => {
    if (item === undefined) return;
    chosen.current = item;
    onClose();
  };
}

function run(stores: Stores, item: Item): void {
  if (item.kind === 'action') item.entry.run();
  else if (item.kind === 'number') void openByNumber(stores, item.number);
  else openTicket(stores, item.id);
}

type FieldProps = {
  listId: string;
  /** of the option that Enter would choose */
  activeId: string | undefined;
  /** what of the words is not looked for */
  limited: string | null;
  onType: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

function PaletteField({ listId, activeId, limited, onType, onKeyDown }: FieldProps) {
  const { palette } = useStores();
  const text = useText();
  return (
    <div class="palette-field">
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={text.palettePlaceholder}
        aria-expanded={activeId !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        placeholder={text.palettePlaceholder}
        value={palette.typed.value}
        aria-describedby={limited === null ? undefined : 'palette-limits'}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          onType();
          palette.type(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <span class="kbd" aria-hidden="true">
        Esc
      </span>
    </div>
  );
}

/** How many there are for a reader who does not see them; in words for everybody where there are none. */
function Says({ count, pending }: { count: number; pending: boolean }) {
  const { palette } = useStores();
  const text = useText();
  const problem = palette.problem.value;
  const nothing = count === 0 && !pending;
  const said = pending ? '' : nothing ? text.noResults(palette.typed.value.trim()) : text.paletteCount(count);
  return (
    <>
      <p role="status" class={nothing ? 'palette-nothing' : 'sr-only'}>
        {said}
      </p>
      {problem !== null && <p class="palette-nothing">{text.codes[problem.code].says}</p>}
    </>
  );
}
