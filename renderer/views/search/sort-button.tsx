// The order of the list, and the menu to choose another.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { spotOf } from '../../ui/popover.ts';
import { ordersNow } from './list-orders.ts';

export function SortButton() {
  const stores = useStores();
  const text = useText();
  const shown = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const orders = ordersNow(stores);
  const now = orders.find(({ chosen }) => chosen)?.name ?? 'activity';
  const toggle = () => {
    shown.value = !shown.value;
  };
  const items = orders.map(
    ({ name, chosen, choose }): MenuItem => ({ label: text.sorts[name], checked: chosen, run: choose }),
  );
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
