// The entry of the navigation that leads to the waiting times.
import { useStores, useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';
import { openWaiting } from './actions.ts';

export function WaitingItem() {
  const stores = useStores();
  const text = useText();
  const current = stores.route.value.value.page === 'waiting';
  return (
    <li>
      <button
        type="button"
        class="nav-item"
        aria-current={current ? 'page' : undefined}
        onClick={() => openWaiting(stores)}
      >
        <Icon name="chart" />
        <span class="nav-label">{text.waits.title}</span>
      </button>
    </li>
  );
}
