// One entry of the navigation that leads to a view.
import { useText } from '../../ui/context.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

export type NavEntryProps = {
  icon?: IconName | undefined;
  label: string;
  /** it is what is shown */
  current: boolean;
  count?: number | undefined;
  /** a number that asks for attention */
  strong?: boolean;
  onPress: () => void;
};

export function NavEntry({ icon, label, current, count = 0, strong = false, onPress }: NavEntryProps) {
  const text = useText();
  return (
    <li>
      <button type="button" class="nav-item" aria-current={current ? 'page' : undefined} onClick={onPress}>
        {icon !== undefined && <Icon name={icon} />}
        <span class="nav-label">{label}</span>
        {count > 0 && <span class={strong ? 'count strong' : 'count'}>{text.number(count)}</span>}
      </button>
    </li>
  );
}
