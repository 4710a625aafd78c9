// A line across the top of the page.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../ui/icon.tsx';

type Props = { kind: 'danger' | 'warn' | 'info'; icon: IconName; children: ComponentChildren };

export function Banner({ kind, icon, children }: Props) {
  return (
    <div class={`banner ${kind}`}>
      <Icon name={icon} />
      {children}
    </div>
  );
}
