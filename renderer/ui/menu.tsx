// A menu of actions: arrows, Home, End and first letters move, Enter or a click does it. Choices of one action take the
// menu's place; the left arrow leads back.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Spot } from '../stores/screen.ts';
import { Icon, type IconName } from './icon.tsx';
import { usePopover } from './popover.ts';

export type MenuItem = {
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** what stands at the end: a key, a time */
  readonly detail?: string | undefined;
  readonly key?: string | undefined;
  /** one of several of which one is in force */
  readonly checked?: boolean;
  /** a line above it */
  readonly apart?: boolean | undefined;
  readonly run?: (() => void) | undefined;
  /** further choices, instead of `run` */
  readonly items?: readonly MenuItem[] | undefined;
};

type Props = { label: string; items: readonly MenuItem[]; at: Spot; start?: MenuItem; onClose: () => void };

/** @param start an item whose choices are shown first */
export function Menu({ label, items, at, start, onClose }: Props) {
  const [outermost] = useState(start ?? null);
  const [inside, setInside] = useState(outermost);
  const list = useRef<HTMLDivElement>(null);
  const shown = inside?.items ?? items;
  const left = useRef<MenuItem | null>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];

  // first, so that the box is shown before anything in it takes the keyboard
  const box = usePopover({ at, onClose, onKey });
  useLayoutEffect(() => {
    const back = shown.findIndex(({ label }) => label === left.current?.label);
    const first = shown.findIndex(({ checked }) => checked === true);
    buttons()[Math.max(0, inside === null && back >= 0 ? back : first)]?.focus();
  }, [inside]);

  function choose(item: MenuItem): void {
    if (item.items !== undefined) setInside(item);
    else {
      onClose();
      item.run?.();
    }
  }

  function leave(): boolean {
    if (inside === outermost) return false;
    left.current = inside;
    setInside(null);
    return true;
  }

  function onKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return true;
    const all = buttons();
    const here = all.findIndex((button) => button.matches(':focus'));
    const item = shown[here];
    const to = moved(key, here, shown);
    if (to !== null) all[to]?.focus();
    else if (key === 'ArrowRight' && item?.items !== undefined) setInside(item);
    else if (key === 'Enter' || key === ' ') item && choose(item);
    else if (key === 'Tab') onClose();
    else if ((key === 'ArrowLeft' || key === 'Escape') && leave()) return true;
    else return key !== 'Escape';
    return true;
  }

  return (
    <div {...box} role="menu" class="popover menu" aria-label={inside?.label ?? label}>
      <div ref={list} role="presentation">
        {inside !== null && <Heading label={inside.label} />}
        {shown.map((item) => (
          <Entry key={item.label} item={item} onChoose={() => choose(item)} />
        ))}
      </div>
    </div>
  );
}

const Heading = ({ label }: { label: string }) => (
  <div class="menu-heading" aria-hidden="true">
    {label}
  </div>
);

function Entry({ item, onChoose }: { item: MenuItem; onChoose: () => void }) {
  const kind =
    item.checked === undefined
      ? { role: 'menuitem' as const }
      : { role: 'menuitemradio' as const, 'aria-checked': item.checked };
  return (
    <>
      {item.apart && <hr class="menu-line" />}
      <button
        type="button"
        class="menu-item"
        {...kind}
        tabIndex={-1}
        aria-haspopup={item.items === undefined ? undefined : 'menu'}
        aria-keyshortcuts={item.key}
        onClick={onChoose}
        onMouseEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
      >
        <span class="menu-icon">
          {item.checked === true && <Icon name="check" />}
          {item.icon !== undefined && <Icon name={item.icon} />}
        </span>
        <span class="menu-label">{item.label}</span>
        {item.detail !== undefined && <span class="menu-detail">{item.detail}</span>}
        {item.key !== undefined && (
          <span class="kbd" aria-hidden="true">
            {item.key}
          </span>
        )}
        {item.items !== undefined && <Icon name="chevronRight" />}
      </button>
    </>
  );
}

/** Where a key leads among the items; null for keys that do not move. */
export function moved(
  key: string,
  here: number,
  items: readonly { readonly label: string }[],
): number | null {
  const count = items.length;
  if (key === 'ArrowDown') return (here + 1) % count;
  if (key === 'ArrowUp') return (Math.max(here, 0) - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return null;
  const letter = key.toLocaleLowerCase();
  const begins = ({ label }: { readonly label: string }) => label.toLocaleLowerCase().startsWith(letter);
  const next = items.findIndex((item, at) => at > here && begins(item));
  const found = next >= 0 ? next : items.findIndex(begins);
  return found >= 0 ? found : null;
}
