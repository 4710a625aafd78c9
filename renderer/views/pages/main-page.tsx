// The three panes and what lies around them. Which pane a narrow window shows is a data attribute for the styles.
import { useStores, useText } from '../../ui/context.ts';
import { Flash } from '../../ui/flash.tsx';
import { useKeys } from '../commands/keymap.ts';
import { DownloadsDock } from '../files/downloads-dock.tsx';
import { TicketsPane } from '../list/tickets-pane.tsx';
import { LinkQuestion } from '../message/link-question.tsx';
import { ConnectionLine } from '../navigation/connection-line.tsx';
import { Navigation } from '../navigation/navigation.tsx';
import { NewTicket } from '../new-ticket/new-ticket.tsx';
import { Banners } from '../notices/banners.tsx';
import { Notifications } from '../notices/notifications.tsx';
import { AlertDock } from '../outgoing/alert-dock.tsx';
import { useArrivals } from '../outgoing/arrivals.ts';
import { UnsentPane } from '../outgoing/unsent-pane.tsx';
import { ThreadPane } from '../thread/thread-pane.tsx';
import { TicketMenu } from '../ticket/ticket-menu.tsx';
import { WaitingPane } from '../waiting/waiting-pane.tsx';
import { Dialogs } from './dialogs.tsx';
import { usePageLife } from './page-life.ts';

export function MainPage() {
  const stores = useStores();
  const text = useText();
  const route = stores.route.value.value;
  const reading = route.page !== 'main' || route.ticketId !== null;
  useKeys(stores);
  usePageLife(stores, route.ticketId);
  useArrivals(stores);
  return (
    <div class="app" data-pane={reading ? 'reading' : 'list'} data-drawer={stores.screen.drawer.value}>
      <Banners />
      <Navigation />
      <div class="scrim" onClick={() => stores.screen.showDrawer(false)} aria-hidden="true" />
      <main class="panes">
        <h1 class="sr-only">{text.app}</h1>
        <div class="middle">{stores.screen.middle.value === 'unsent' ? <UnsentPane /> : <TicketsPane />}</div>
        <div class="dock">
          <AlertDock />
          <Notifications />
          <DownloadsDock />
        </div>
        <div class="reading">
          {route.page === 'new' ? <NewTicket /> : route.page === 'waiting' ? <WaitingPane /> : <ThreadPane />}
        </div>
      </main>
      <div class="foot">
        <ConnectionLine />
      </div>
      <TicketMenu />
      <Dialogs />
      <LinkQuestion />
      <Flash />
    </div>
  );
}
