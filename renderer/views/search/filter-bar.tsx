// What narrows and orders the list: the button of the filters, a chip for each one in force, the order.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { countNarrowed, inForce, nothingNarrowed } from '../../stores/list-filter.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { spotOf } from '../../ui/popover.ts';
import { type Chip, chipsOf } from './filter-chips.ts';
import { FilterPanel } from './filter-panel.tsx';
import { SortButton } from './sort-button.tsx';

/** More than these stand as a number, so that the list keeps its room. */
const mostChips = 4;

export function FilterBar() {
  const { tickets, counts } = useStores();
  const text = useText();
  const shown = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const narrowing = inForce(tickets.filter.value);
  const count = countNarrowed(narrowing);
  const chips = chipsOf(narrowing, counts.value.value?.departments ?? [], text);
  const toggle = () => {
    shown.value = !shown.value;
  };
  return (
    <div class="filter-bar">
      <button
        ref={button}
        id="filter"
        type="button"
        class="bar-button"
        aria-haspopup="dialog"
        aria-expanded={shown.value}
        aria-keyshortcuts="f"
        onClick={toggle}
      >
        <Icon name="filter" />
        <span>{count === 0 ? text.filter : text.filterCount(count)}</span>
      </button>
      <span class="spring" />
      <SortButton />
      {count > 0 && (
        <div class="filter-chips">
          {chips.slice(0, mostChips).map((chip) => (
            <ChipButton key={chip.key} chip={chip} />
          ))}
          {chips.length > mostChips && (
            <button type="button" class="link" onClick={toggle}>
              {text.filterMore(chips.length - mostChips)}
            </button>
          )}
          <button
            type="button"
            class="link"
            aria-keyshortcuts="0"
            onClick={() => tickets.narrow(nothingNarrowed)}
          >
            {text.clearFilters}
          </button>
        </div>
      )}
      {shown.value && <FilterPanel at={spotOf(button.current)} onClose={toggle} />}
    </div>
  );
}

function ChipButton({ chip }: { chip: Chip }) {
  const { tickets } = useStores();
  const text = useText();
  return (
    <button
      type="button"
      class="filter-chip"
      aria-label={text.removeFilter(chip.name)}
      title={text.removeFilter(chip.name)}
      onClick={() => {
        tickets.narrow(chip.without);
        document.getElementById('filter')?.focus();
      }}
    >
      <span>{chip.label}</span>
      <Icon name="close" />
    </button>
  );
}
