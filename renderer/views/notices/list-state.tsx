// What stands in the place of a list: nothing there, nothing found, still loading, or a failure.
import type { ComponentChildren } from 'preact';
import { countNarrowed, inForce, nothingNarrowed } from '../../stores/list-filter.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { FailureNote } from './failure-note.tsx';

export function ListState() {
  const { tickets, connection } = useStores();
  const text = useText();
  const { view, query } = tickets.filter.value;
  const filters = countNarrowed(inForce(tickets.filter.value));
  const total = tickets.total.value;
  const problem = tickets.problem.value;
  if (problem !== null && problem.code !== 'disconnected') return <FailureNote failure={problem} />;
  if (total === null) return <Bones />;
  if (total > 0) return null;
  if (query !== '') {
    return (
      <Empty icon="search" title={text.noResults(query)} says={text.noResultsSays}>
        {filters > 0 && (
          <>
            <p class="empty-says">{text.filtersAreOn(filters)}</p>
            <ClearFilters />
          </>
        )}
      </Empty>
    );
  }
  const state = connection.state.value;
  if ((state === 'syncing' || state === 'starting') && connection.value.value?.checkedAt === null)
    return <Bones />;
  if (filters > 0) {
    return (
      <Empty icon="filter" title={text.noMatches} says={text.noMatchesSays(filters)}>
        <ClearFilters />
      </Empty>
    );
  }
  if (view === 'needs-you') {
    return <Empty icon="check" title={text.nothingNeedsYou} says={text.nothingNeedsYouSays} />;
  }
  if (view === 'drafts') return <Empty icon="pencil" title={text.noDrafts} says={text.noDraftsSays} />;
  if (view === 'snoozed') return <Empty icon="moon" title={text.noSnoozed} says={text.noSnoozedSays} />;
  if (view === 'hidden') return <Empty icon="eyeOff" title={text.noHidden} says={text.noHiddenSays} />;
  return <Empty icon="inbox" title={text.noTickets} says={text.noTicketsSays} />;
}

function ClearFilters() {
  const { tickets } = useStores();
  const text = useText();
  return <Button onPress={() => tickets.narrow(nothingNarrowed)}>{text.clearFilters}</Button>;
}

export function Empty(props: { icon: IconName; title: string; says: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <div class="big-icon">
        <Icon name={props.icon} />
      </div>
      <p class="empty-title">{props.title}</p>
      <p class="empty-says">{props.says}</p>
      {props.children}
    </div>
  );
}

function Bones() {
  const text = useText();
  return (
    <div class="bones">
      <span class="sr-only">{text.loading}</span>
      {[0, 1, 2, 3, 4].map((index) => (
        <div class="ticket" key={index}>
          <span class="bone wide" />
          <span class="bone" />
        </div>
      ))}
    </div>
  );
}
