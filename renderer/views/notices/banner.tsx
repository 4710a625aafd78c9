// A line across the top of the page.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../ui/icon.tsx';

export type BannerKind = 'danger' | 'warn' | 'info';
type Props = { kind: BannerKind; icon: IconName; children: ComponentChildren };

export function Banner({ kind, icon, children }: Props) {
  return (
    <div class={`banner ${kind}`}>
      <Icon name={icon} />
      {children}
    </div>
  );
}
