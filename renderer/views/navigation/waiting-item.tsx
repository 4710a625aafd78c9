// The entry of the navigation that leads to the waiting times.
import { useStores, useText } from '../../ui/context.ts';
import { openWaiting } from '../commands/go.ts';
import { NavEntry } from './nav-entry.tsx';

export function WaitingItem() {
  const stores = useStores();
  const text = useText();
  return (
    <NavEntry
      icon="chart"
      label={text.waits.title}
      current={stores.route.value.value.page === 'waiting'}
      onPress={() => openWaiting(stores)}
    />
  );
}
