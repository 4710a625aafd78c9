// A line above what is being written that says one thing and offers what can be done about it.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { BannerKind } from './banner.tsx';

type BarProps = { kind: BannerKind; icon: IconName; children: ComponentChildren };

export function Bar({ kind, icon, children }: BarProps) {
  return (
    <div class={`bar ${kind}`}>
      <Icon name={icon} />
      {children}
    </div>
  );
}
