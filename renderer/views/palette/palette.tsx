// Ctrl or Cmd + K: one field that finds tickets and everything that can be done now. The keyboard stays in the field.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../electron/contract/calls.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isPaletteKey } from '../../ui/keys.ts';
import { openByNumber, openTicket } from '../commands/actions.ts';
import { paletteEntries } from './palette-entries.ts';
import { groupsOf, type Item } from './palette-groups.ts';
import { PaletteOption } from './palette-option.tsx';

export function Palette({ onClose }: { onClose: () => void }) {
  const stores = useStores();
  const text = useText();
  const { palette, session } = stores;
  const [entries] = useState(() => paletteEntries(stores));
  const [marked, setMarked] = useState<string | null>(null);
  const chosen = useRef<Item | null>(null);
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
  const pending = palette.problem.value === null && palette.found.value?.typed !== typed.trim();

  useLayoutEffect(() => {
    palette.start();
    return () => {
      const item = chosen.current;
      // after the dialog has given the keyboard back to where it was
      if (item !== null) setTimeout(() => run(item));
    };
  }, []);
  useEffect(() => {
    document.getElementById(`${base}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, typed]);

  function run(item: Item): void {
    if (item.kind === 'action') item.entry.run();
    else if (item.kind === 'number') void openByNumber(stores, item.number);
    else openTicket(stores, item.id);
  }

  function itemAt(target: EventTarget | null): Item | undefined {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    return option === null ? undefined : items[Number(option.getAttribute('aria-posinset')) - 1];
  }

  function choose(item: Item | undefined): void {
    if (item === undefined) return;
    chosen.current = item;
    onClose();
  }

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
      <div class="palette-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={text.palettePlaceholder}
          aria-expanded={items.length > 0}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : `${base}-${at}`}
          placeholder={text.palettePlaceholder}
          value={typed}
          maxLength={limits.query}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            setMarked(null);
            palette.type(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
        <span class="kbd" aria-hidden="true">
          Esc
        </span>
      </div>
      <div
        id={`${base}-list`}
        class="palette-list"
        role="listbox"
        aria-label={text.palette}
        aria-busy={pending}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={(event) => setMarked(itemAt(event.target)?.id ?? marked)}
        onMouseUp={(event) => event.button === 0 && choose(itemAt(event.target))}
      >
        {groups.map((group) => (
          <div role="presentation" key={group.title}>
            <div class="palette-group" aria-hidden="true">
              {group.title}
            </div>
            {group.items.map((item) => (
              <PaletteOption
                key={item.id}
                id={`${base}-${items.indexOf(item)}`}
                item={item}
                index={items.indexOf(item)}
                total={items.length}
                active={item === active}
              />
            ))}
          </div>
        ))}
      </div>
      <Says count={items.length} pending={pending} />
    </Dialog>
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
