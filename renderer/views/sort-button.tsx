// The order of the list, and the menu to choose another.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Sort } from '../../electron/contract/calls.ts';
import { useStores, useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { spotOf } from '../ui/popover.ts';

const orders: readonly Sort[] = ['activity', 'turn', 'created', 'priority', 'number'];

export function SortButton() {
  const { tickets } = useStores();
  const text = useText();
  const shown = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const { sort, query } = tickets.filter.value;
  const usual = query === '' ? 'activity' : 'match';
  const now = sort ?? usual;
  const toggle = () => {
    shown.value = !shown.value;
  };
  const item = (order: Sort | 'match'): MenuItem => ({
    label: text.sorts[order],
    checked: now === order,
    run: () => tickets.sortBy(order === usual || order === 'match' ? null : order),
  });
  const items = [...(query === '' ? [] : [item('match')]), ...orders.map(item)];
  return (
    <>
      <button
        ref={button}
        id="sort"
        type="button"
        class="bar-button"
        aria-label={text.sortedBy(text.sorts[now])}
        aria-haspopup="menu"
        aria-expanded={shown.value}
        aria-keyshortcuts="t"
        onClick={toggle}
      >
        <Icon name="sort" />
        <span>{text.sorts[now]}</span>
      </button>
      {shown.value && <Menu label={text.sort} items={items} at={spotOf(button.current)} onClose={toggle} />}
    </>
  );
}
