// Where a menu opens that a key asked for: at the row, at the bar of what is selected, or in the conversation's head.
import type { Spot } from '../../stores/screen.ts';
import { spotOf } from '../../ui/popover.ts';

export function spotForMenu(): Spot {
  const row = document.activeElement?.closest('[role=option]');
  const bar = document.querySelector('.selection-bar');
  if (bar !== null || !row) return spotOf(bar ?? document.querySelector('.thread-actions'));
  const { left, bottom, top } = row.getBoundingClientRect();
  return { left: left + 24, top: top + 32, bottom: bottom - 24 };
}
