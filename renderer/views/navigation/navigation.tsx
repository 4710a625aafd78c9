// The left pane: the views with their counts, the departments, and how the program stands with HostUp.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ListView } from '../../stores/list-filter.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Mark } from '../../ui/mark.tsx';
import { openNewTicket, showView } from '../commands/go.ts';
import { AccountLinks } from './account-links.tsx';
import { AccountNavigation } from './account-navigation.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { NavEntry, type NavEntryProps } from './nav-entry.tsx';
import { WaitingItem } from './waiting-item.tsx';

export function Navigation() {
  const stores = useStores();
  const text = useText();
  const counts = stores.counts.shown.value;
  const session = stores.session.value.value;
  const nav = useRef<HTMLElement>(null);
  useDrawer(nav, stores.screen.drawer.value);
  return (
    <nav ref={nav} class="nav" aria-label={text.views}>
      <div class="nav-head">
        <Mark small />
        <p class="nav-title">{text.app}</p>
        {session?.demo && <span class="chip plain">{text.demo}</span>}
      </div>
      <Button icon="plus" shortcut="n" onPress={() => openNewTicket(stores)}>
        {text.newTicket}
      </Button>
      <ul class="nav-list">
        <Item view="needs-you" icon="inbox" label={text.needsYou} count={counts?.needsYou} strong />
        <Item view="waiting" icon="clock" label={text.waiting} count={counts?.waiting} />
        <Item view="open" icon="list" label={text.allOpen} count={counts?.open} />
        <Item view="closed" icon="archive" label={text.closed} count={counts?.closed} />
        <Item view="all" icon="stack" label={text.allTickets} count={undefined} />
      </ul>
      <AccountNavigation />
      <h2>{text.yours}</h2>
      <ul class="nav-list">
        <Item
          view="unsent"
          icon="send"
          label={text.unsent}
          count={stores.counts.value.value?.unsent}
          strong
        />
        <Item view="drafts" icon="pencil" label={text.drafts} count={counts?.drafts} />
        <Item view="snoozed" icon="moon" label={text.snoozed} count={counts?.snoozed} />
        <Item view="hidden" icon="eyeOff" label={text.hidden} count={counts?.hidden} />
        <WaitingItem />
      </ul>
      <Departments />
      <Foot />
    </nav>
  );
}

function Departments() {
  const { counts } = useStores();
  const text = useText();
  const list = counts.shown.value?.departments ?? [];
  if (list.length === 0) return null;
  return (
    <>
      <h2>{text.departments}</h2>
      <ul class="nav-list departments">
        {list.map(({ slug, name, count }) => (
          <Item key={slug} view="open" department={slug} label={name} count={count} />
        ))}
      </ul>
    </>
  );
}

/** How the program stands with HostUp, and what can be opened from anywhere. */
function Foot() {
  const { screen } = useStores();
  const text = useText();
  return (
    <div class="nav-foot">
      <ConnectionLine alone />
      <div class="nav-tools">
        <IconButton
          icon="search"
          label={text.palettePlaceholder}
          shortcut="Control+K"
          onPress={() => screen.showDialog('palette')}
        />
        <IconButton
          icon="gear"
          label={text.settings}
          shortcut=","
          onPress={() => screen.showDialog('settings')}
        />
        <IconButton
          icon="keyboard"
          label={text.keys}
          shortcut="?"
          onPress={() => screen.showDialog('keys')}
        />
        <AccountLinks />
      </div>
    </div>
  );
}

/** An open drawer takes the keyboard, and gives it back where it came from. */
function useDrawer(nav: RefObject<HTMLElement | null>, shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    const before = document.activeElement;
    nav.current?.querySelector('button')?.focus();
    return () => {
      const inside = nav.current?.contains(document.activeElement) ?? false;
      if (inside && before instanceof HTMLElement) before.focus();
    };
  }, [shown]);
}

type ItemProps = Omit<NavEntryProps, 'current' | 'onPress'> & {
  view: ListView | 'unsent';
  department?: string;
};

function Item({ view, department, ...entry }: ItemProps) {
  const stores = useStores();
  const filter = stores.tickets.filter.value;
  const listed =
    stores.screen.middle.value === 'unsent'
      ? view === 'unsent'
      : filter.query === '' && filter.view === view && filter.department === (department ?? null);
  // one entry at a time says where one is
  const current = listed && stores.route.value.value.page !== 'waiting';
  return <NavEntry {...entry} current={current} onPress={() => showView(stores, view, department ?? null)} />;
}
