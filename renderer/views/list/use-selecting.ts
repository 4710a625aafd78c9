// Selecting rows of the list: Ctrl or Cmd and a click, Shift and a click or an arrow, Space, Ctrl+A, the box of a row.
import { mostSelected, type Selected } from '../../stores/selection.ts';
import { useStores } from '../../ui/context.ts';

type Selecting = {
  /** Each answers whether that was meant for selecting. */
  onKeyDown(event: KeyboardEvent): boolean;
  onClick(event: MouseEvent, index: number, onBox: boolean): boolean;
};

/** @param moveTo moves the keyboard to a row */
export function useSelecting(active: number, moveTo: (index: number) => void): Selecting {
  const { selection, tickets, screen, words } = useStores();

  function extend(index: number): void {
    moveTo(index);
    void selection.extend(index, active).then(sayFull);
  }

  function sayFull(done: Selected): void {
    if (done === 'cut') screen.say(words.peek().text.selectionFull(mostSelected));
  }

  function sayCut(done: Selected): void {
    const total = tickets.total.peek() ?? 0;
    if (done === 'cut') screen.say(words.peek().text.selectionCut(mostSelected, total));
  }

  return {
    onKeyDown(event) {
      const { key, shiftKey } = event;
      if (event.altKey) return false;
      if (event.ctrlKey || event.metaKey) {
        if (key.toLowerCase() !== 'a' || shiftKey) return false;
        void selection.all().then(sayCut);
        return true;
      }
      const step = !shiftKey ? 0 : key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
      const to = active + step;
      if (step !== 0 && to >= 0 && to < (tickets.total.peek() ?? 0)) extend(to);
      if (key === ' ') sayFull(selection.toggle(active));
      return step !== 0 || key === ' ';
    },
    onClick(event, index, onBox) {
      if (event.shiftKey) extend(index);
      else if (event.ctrlKey || event.metaKey || onBox) {
        screen.setActive(index);
        sayFull(selection.toggle(index));
      } else return false;
      return true;
    },
  };
}
