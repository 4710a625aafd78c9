// The search field. A pure number that the list does not hold offers to open that ticket, also where it was never
// fetched.
import { numberOf } from '../../stores/ticket-number.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { useKeyLabel } from '../../ui/use-key-label.ts';
import { openTicket } from '../commands/go.ts';
import { openByNumber } from '../commands/open-by-number.ts';
import { SearchHelp } from './search-help.tsx';
import { SearchLimits, useSearchLimits } from './search-limits.tsx';

export function SearchBox() {
  const stores = useStores();
  const text = useText();
  const { tickets } = stores;
  const search = tickets.search.value;
  const number = numberOf(search);
  const limited = useSearchLimits(search, tickets.leftOut.value);
  const answered = tickets.filter.value.query === search.trim();
  const listed = answered ? tickets.pages.value.get(0)?.find((row) => row.number === number) : undefined;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      stores.screen.wishFocus('list');
    } else if (event.key === 'Enter' && number !== null && listed === undefined) {
      void openByNumber(stores, number);
    } else if (event.key === 'Enter') {
      const first = listed ?? tickets.row(0);
      if (search.trim() !== '' && first !== undefined) openTicket(stores, first.id);
    } else if (event.key === 'Escape' && search !== '') {
      event.preventDefault();
      tickets.setSearch('');
    }
  }

  return (
    <search class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        class="input"
        aria-label={text.searchTickets}
        aria-keyshortcuts="/"
        placeholder={text.searchTickets}
        value={search}
        aria-describedby={limited === null ? undefined : 'search-limits'}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => tickets.setSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {search === '' ? (
        <span class="kbd" aria-hidden="true">
          /
        </span>
      ) : (
        <ClearSearch />
      )}
      <SearchHelp />
      <SearchLimits id="search-limits" said={limited} />
      {number !== null && listed === undefined && <OpenNumber number={number} />}
    </search>
  );
}

function ClearSearch() {
  const { tickets } = useStores();
  const text = useText();
  return (
    <button
      type="button"
      class="icon-button small"
      aria-label={text.clearSearch}
      onClick={() => {
        tickets.setSearch('');
        document.getElementById('search')?.focus();
      }}
    >
      <Icon name="close" />
    </button>
  );
}

function OpenNumber({ number }: { number: string }) {
  const stores = useStores();
  const text = useText();
  const keyLabel = useKeyLabel();
  return (
    <button type="button" class="open-number" onClick={() => void openByNumber(stores, number)}>
      <span>{text.openNumber(number)}</span>
      <span class="kbd" aria-hidden="true">
        {keyLabel('Enter')}
      </span>
    </button>
  );
}
