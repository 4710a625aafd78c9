// Which rows of the list are in sight, and the way to one that is not.
import { useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useStores } from '../../ui/context.ts';
import { type Range, rangeInSight, scrollToRow } from '../../ui/list-window.ts';
import { focusOption, optionAt } from '../../ui/options.ts';

type ListWindow = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly total: number;
  readonly range: Range;
  /** of what is in sight, pixels */
  height(): number;
  /** The list has been scrolled. */
  measure(): void;
  /** Scrolls to a row and gives it the keyboard, as soon as it is drawn. */
  focusRow(index: number): void;
};

/** Asks for the rows that come in sight; another list begins at its top. */
export function useListWindow(): ListWindow {
  const { tickets } = useStores();
  const box = useRef<HTMLDivElement>(null);
  const scrolled = useSignal({ top: 0, height: 800 });
  const total = tickets.total.value ?? 0;
  const range = useComputed(() => {
    const count = tickets.total.value ?? 0;
    return rangeInSight(scrolled.value.top, scrolled.value.height, count);
  }).value;

  function measure(): void {
    if (box.current !== null) {
      scrolled.value = { top: box.current.scrollTop, height: box.current.clientHeight };
    }
  }

  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: 0 });
    measure();
  }, [tickets.filter.value]);
  useLayoutEffect(() => tickets.want(range.first, range.last), [range.first, range.last, total]);

  function focusRow(index: number): void {
    const element = box.current;
    if (element === null) return;
    element.scrollTop = scrollToRow(index, element.scrollTop, element.clientHeight);
    measure();
    if (optionAt(element, index) === null) requestAnimationFrame(() => focusOption(element, index));
    else focusOption(element, index);
  }

  return { box, total, range, height: () => scrolled.peek().height, measure, focusRow };
}
