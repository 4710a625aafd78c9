// The three panes and what lies around them. Which pane a narrow window shows is a data attribute for the styles.
import { useStores, useText } from '../ui/context.ts';
import { Flash } from '../ui/flash.tsx';
import { AlertDock } from './alert-dock.tsx';
import { useArrivals } from './arrivals.ts';
import { Banners } from './banners.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { Dialogs } from './dialogs.tsx';
import { DownloadsDock } from './downloads-dock.tsx';
import { useKeys } from './keymap.ts';
import { LinkQuestion } from './link-question.tsx';
import { Navigation } from './navigation.tsx';
import { NewTicket } from './new-ticket.tsx';
import { Notifications } from './notifications.tsx';
import { usePageLife } from './page-life.ts';
import { ThreadPane } from './thread-pane.tsx';
import { TicketMenu } from './ticket-menu.tsx';
import { TicketsPane } from './tickets-pane.tsx';
import { UnsentPane } from './unsent-pane.tsx';
import { WaitingPane } from './waiting-pane.tsx';

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
