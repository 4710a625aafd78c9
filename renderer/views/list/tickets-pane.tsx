// The middle pane: the title of the list, the search, and the list or what to say when it is empty.
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { toldAccount } from '../accounts/account-name.ts';
import { openNewTicket } from '../commands/go.ts';
import { ListState } from '../notices/list-state.tsx';
import { FilterBar } from '../search/filter-bar.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { reachOf } from './reach.ts';
import { SelectionBar } from './selection-bar.tsx';
import { TicketList } from './ticket-list.tsx';

export function TicketsPane() {
  const stores = useStores();
  const { tickets, selection } = stores;
  const title = useNarrowedTitle();
  const selecting = selection.rows.value.size > 0 || selection.working.value > 0;
  const total = tickets.total.value;
  return (
    <section class="list-pane" aria-busy={total === null}>
      {selecting ? (
        <SelectionBar />
      ) : (
        <PaneHead title={title} count={tickets.filter.value.query === '' ? total : null} />
      )}
      <SearchBox />
      <FilterBar />
      <SearchReach />
      <div class="list-body">
        <TicketList />
        <ListState />
      </div>
    </section>
  );
}

/** Under what a search found: how much there was to find it in, until all of it is here. */
function SearchReach() {
  const { tickets, counts } = useStores();
  const text = useText();
  const reach = reachOf(counts.shown.value, text);
  return tickets.filter.value.query === '' || reach === null ? null : (
    <p class="search-reach hint">{reach}</p>
  );
}

export function PaneHead({ title, count }: { title: string; count: number | null }) {
  const stores = useStores();
  const text = useText();
  return (
    <header class="pane-head">
      <IconButton
        icon="menu"
        class="folded-only"
        label={text.menu}
        onPress={() => stores.screen.showDrawer(true)}
      />
      <h2>{title}</h2>
      {count !== null && count > 0 && <span class="count">{text.number(count)}</span>}
      <span class="spring" />
      <IconButton
        icon="plus"
        class="folded-only"
        label={text.newTicket}
        shortcut="n"
        onPress={() => openNewTicket(stores)}
      />
    </header>
  );
}

/** With the account that the list is narrowed to. */
function useNarrowedTitle(): string {
  const stores = useStores();
  const text = useText();
  const title = useTitle();
  const name = toldAccount(stores, stores.accounts.chosen.value);
  return name === null ? title : text.accounts.within(title, name);
}

function useTitle(): string {
  const { tickets, counts } = useStores();
  const text = useText();
  const { view, department, query } = tickets.filter.value;
  const total = tickets.total.value;
  if (query !== '') return total === null ? text.searchTickets : text.searchResults(total);
  if (department !== null) {
    return counts.value.value?.departments.find(({ slug }) => slug === department)?.name ?? department;
  }
  const titles = {
    'needs-you': text.needsYou,
    waiting: text.waiting,
    open: text.allOpen,
    closed: text.closed,
    all: text.allTickets,
    drafts: text.drafts,
    snoozed: text.snoozed,
    hidden: text.hidden,
  };
  return titles[view];
}
