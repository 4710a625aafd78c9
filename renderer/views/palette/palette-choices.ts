// What the palette offers that has a place of its own in the page: settings, the order and filters of the list, the
// lock of the open reply.
import { countNarrowed, inForce, nothingNarrowed } from '../../stores/list-filter.ts';
import type { Stores } from '../../stores/stores.ts';
import { mayWrite } from '../accounts/account-state.ts';
import { isNarrow } from '../commands/go.ts';
import { ordersNow } from '../search/list-orders.ts';
import { languages, themes } from '../settings/settings-options.ts';
import { subjectOf, whatOf } from '../ticket/what-of.ts';
import type { Entry } from './palette-entry.ts';

export const choiceEntries = (stores: Stores): Entry[] => [
  ...ofReply(stores),
  ...ofList(stores),
  ...ofSettings(stores),
];

function ofSettings({ words, settings }: Stores): Entry[] {
  const { text } = words.peek();
  const common = { place: text.settings, detailed: true };
  return [
    ...languages(text).map(([language, name]) => ({
      ...common,
      id: `language/${language}`,
      label: text.paletteChoice(text.language, name),
      also: `${text.paletteAlso.language} ${text.paletteAlso.languages[language]}`,
      run: () => void settings.set({ language }),
    })),
    ...themes(text).map(([theme, name]) => ({
      ...common,
      id: `theme/${theme}`,
      label: text.paletteChoice(text.theme, name),
      also: text.paletteAlso.theme,
      run: () => void settings.set({ theme }),
    })),
  ];
}

function ofList(stores: Stores): Entry[] {
  const { tickets, words } = stores;
  const { text } = words.peek();
  const narrowing = inForce(tickets.filter.peek());
  const place = text.keyGroups.list;
  const entry = (id: string, label: string, also: string, change: () => void): Entry => ({
    id,
    label,
    place,
    also,
    detailed: true,
    run() {
      showList(stores);
      change();
    },
  });
  const unread = narrowing.unread ? text.removeFilter(text.filterUnread) : text.filterUnread;
  const { sort, filter } = text.paletteAlso;
  return [
    ...ordersNow(stores).map(({ name, choose }) =>
      entry(`order/${name}`, text.paletteChoice(text.sort, text.sorts[name]), sort, choose),
    ),
    entry('unread', unread, filter, () =>
      tickets.narrow({ ...tickets.filter.peek().narrowing, unread: !narrowing.unread }),
    ),
    ...(countNarrowed(narrowing) === 0
      ? []
      : [entry('clear-filters', text.clearFilters, filter, () => tickets.narrow(nothingNarrowed))]),
  ];
}

/** A list that nobody sees is not worth ordering. */
function showList(stores: Stores): void {
  stores.screen.showMiddle('tickets');
  if (isNarrow()) stores.route.go({ page: 'main', ticketId: null });
}

function ofReply(stores: Stores): Entry[] {
  const { thread, composers, words } = stores;
  const { text } = words.peek();
  const ticket = thread.value.peek()?.ticket;
  if (ticket === undefined || ticket.gone || !mayWrite(stores, ticket.accountId)) return [];
  const composer = composers.of(ticket.id);
  const on = !composer.encrypted.peek();
  return [
    {
      id: 'encrypted',
      label: text.paletteChoice(text.encryptedReply, on ? text.paletteOn : text.paletteOff),
      place: whatOf([ticket], text),
      subject: subjectOf([ticket], text),
      icon: 'lock',
      also: text.paletteAlso.encrypted,
      run: () => composer.setEncrypted(on),
    },
  ];
}
