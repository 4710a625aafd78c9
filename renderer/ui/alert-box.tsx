// The box of something that needs the user. A mild one is told to screen readers when they have time for it.
import type { ComponentChildren } from 'preact';

type Props = {
  title: string;
  mild: boolean;
  /** only its one line is shown */
  folded?: boolean;
  children: ComponentChildren;
};

// the lint knows a role only where it is written out
export function AlertBox({ title, mild, folded = false, children }: Props) {
  const shape = folded ? 'alert folded' : 'alert';
  return mild ? (
    <div class={`${shape} mild`} role="status" aria-label={title}>
      {children}
    </div>
  ) : (
    <div class={shape} role="alert" aria-label={title}>
      {children}
    </div>
  );
}
