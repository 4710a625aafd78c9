// The words of the list in Swedish: views, filters, order, selecting, the user's own marks, search operators.
import { limits } from '../../electron/contract/calls.ts';
import type { Text } from './en.ts';
import type { enList, enListKeyNames } from './en-list.ts';
import { number, plural } from './sv-numbers.ts';

const tickets = (count: number): string => plural(count, 'ärende', 'ärenden');

export const svListKeyNames: Pick<Text['keyNames'], keyof typeof enListKeyNames> = {
  snoozedTickets: 'Uppskjutna',
  hiddenTickets: 'Dolda',
  allTickets: 'Alla ärenden',
  filter: 'Filtrera',
  clearFilters: 'Rensa filter',
  sort: 'Ordning',
  select: 'Markera eller avmarkera',
  extend: 'Markera fler',
  selectAll: `Markera det som listas, högst ${number(limits.selection)}`,
  ticketMenu: 'Åtgärder för ärendet',
  pin: 'Fäst eller lossa',
  mute: 'Tysta eller sluta tysta',
  snooze: 'Skjut upp',
  hideTicket: 'Dölj eller ta fram',
  markRead: 'Markera som läst',
  copyNumber: 'Kopiera numret',
  undo: 'Ångra',
};

export const svList: Pick<Text, keyof typeof enList> = {
  snoozed: 'Uppskjutna',
  hidden: 'Dolda',
  allTickets: 'Alla ärenden',
  noSnoozed: 'Inget är uppskjutet',
  noSnoozedSays: 'Ett uppskjutet ärende ligger här tills tiden är inne eller HostUp svarar.',
  noHidden: 'Inget är dolt',
  noHiddenSays: 'Ett ärende som du döljer finns kvar här och hittas med sökningen.',

  filter: 'Filtrera',
  filters: 'Filter',
  filterCount: (count) => `${number(count)} filter`,
  filterGroups: {
    departments: 'Avdelning',
    statuses: 'Status',
    priorities: 'Prioritet',
    services: 'Tjänst',
  },
  filterUnread: 'Bara olästa',
  filterMore: (count) => `${number(count)} till`,
  removeFilter: (name) => `Ta bort filtret ${name}`,
  clearFilters: 'Rensa filter',
  findService: 'Hitta en tjänst',
  findDepartment: 'Hitta en avdelning',
  noneCalledThat: 'Ingen heter så.',
  noMatches: 'Inga ärenden passar filtren',
  noMatchesSays: (count) => `${number(count)} filter begränsar det som visas här.`,

  conversationsHere: (here, of) =>
    `Hittills finns ${number(here)} av ${plural(of, 'konversation', 'konversationer')} här.`,
  filtersAreOn: (count) => `${number(count)} filter är på.`,

  sort: 'Ordning',
  sortedBy: (order) => `Ordning: ${order}`,
  sorts: {
    match: 'Bästa träff',
    activity: 'Senast aktiva',
    turn: 'Väntat längst',
    created: 'Nyast',
    priority: 'Mest brådskande',
    number: 'Högst nummer',
  },

  selected: (count) => plural(count, 'markerat', 'markerade'),
  endSelection: 'Avsluta markeringen',
  selectionFull: (count) => `${number(count)} är markerade: fler går inte på en gång.`,
  selectionCut: (count, of) => `De första ${number(count)} av ${number(of)} är markerade.`,

  actions: 'Åtgärder',
  actionsFor: (what) => `Åtgärder för ${what}`,
  ticketNumber: (number) => `#${number}`,
  ticketCount: tickets,
  pin: 'Fäst överst',
  unpin: 'Lossa',
  mute: 'Tysta',
  unmute: 'Sluta tysta',
  snooze: 'Skjut upp',
  hideTicket: 'Dölj här',
  unhideTicket: 'Ta fram',
  markRead: 'Markera som läst',
  copyNumber: 'Kopiera numret',
  copyNumbers: 'Kopiera numren',

  snoozeTimes: {
    laterToday: 'Senare i dag',
    tomorrow: 'I morgon bitti',
    nextWeek: 'Nästa vecka',
    reply: 'Tills HostUp svarar',
    own: 'Datum och tid…',
    end: 'Sluta skjuta upp',
  },
  snoozeAsk: (what) => `Skjut upp ${what} till`,
  snoozeUntil: 'Datum och tid',
  snoozeHint: 'Ett svar från HostUp avslutar det tidigare.',
  snoozePast: 'Välj en tid som inte har varit.',
  snoozeFar: 'Välj en tid inom de närmaste fem åren.',

  pinnedMark: 'Fäst överst',
  mutedMark: 'Tystat',
  hiddenMark: 'Dolt här',
  snoozedUntil: (when) => `Uppskjutet till ${when}`,
  snoozedUntilReply: 'Uppskjutet tills HostUp svarar',

  undo: 'Ångra',
  undone: 'Ångrat.',
  notUndone: (why) => `Allt gick inte att ångra: ${why}`,
  marked: {
    pinned: (count) => plural(count, 'ärende fäst överst.', 'ärenden fästa överst.'),
    unpinned: (count) => plural(count, 'ärende lossat.', 'ärenden lossade.'),
    muted: (count) => plural(count, 'ärende tystat: inga aviseringar.', 'ärenden tystade: inga aviseringar.'),
    unmuted: (count) => plural(count, 'ärende hörs igen.', 'ärenden hörs igen.'),
    hidden: (count) => plural(count, 'ärende dolt här.', 'ärenden dolda här.'),
    staysInSight: (count) => `${tickets(count)} syns tills det du har skickat är avklarat.`,
    unhidden: (count) => plural(count, 'ärende framtaget.', 'ärenden framtagna.'),
    snoozed: (count) => plural(count, 'ärende uppskjutet.', 'ärenden uppskjutna.'),
    awake: (count) =>
      plural(count, 'ärende är inte längre uppskjutet.', 'ärenden är inte längre uppskjutna.'),
    read: (count) => plural(count, 'ärende markerat som läst.', 'ärenden markerade som lästa.'),
    closed: (count) => plural(count, 'ärende stängt.', 'ärenden stängda.'),
    reopened: (count) => plural(count, 'ärende öppnat igen.', 'ärenden öppnade igen.'),
  },

  closeManyAsk: (count) => `Stänga ${tickets(count)}?`,
  closeManyAskSays: 'HostUp slutar arbeta med dem. Du kan öppna dem igen senare.',
  closeMany: (count) => `Stäng ${tickets(count)}`,
  keepManyOpen: 'Låt dem vara öppna',
  working: (count) => `Frågar HostUp om ${tickets(count)}…`,
  notClosed: (count) => `${tickets(count)} kunde inte stängas`,
  notReopened: (count) => `${tickets(count)} kunde inte öppnas igen`,
  tryAgain: 'Försök igen',

  searchTooManyWords: (over, most) =>
    `Sökningen har ${number(over)} ord för mycket. Bara de första ${number(most)} orden används.`,
  searchTooLong: (over, most) =>
    `Sökningen är ${number(over)} tecken för lång. Bara de första ${number(most)} tecknen används.`,
  searchHelp: 'Sökoperatorer',
  searchHelpSays: {
    staff: 'skrivet av HostUp',
    me: 'skrivet av dig',
    somebody: 'skrivet av någon',
    open: 'inte stängda',
    unread: 'inte lästa än',
    encrypted: 'med krypterade meddelanden',
    department: 'i en avdelning',
    status: 'med en status',
    priority: 'med en prioritet',
    service: 'om en tjänst',
    before: 'före en dag',
    after: 'från och med en dag',
    exact: 'orden i den här ordningen',
    without: 'utan ordet',
  },
};
