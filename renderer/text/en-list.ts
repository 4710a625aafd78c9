// The words of the list in English: views, filters, order, selecting, the user's own marks, search operators.
import { limits } from '../../electron/contract/calls.ts';
import { number, plural } from './en-numbers.ts';

const tickets = (count: number): string => plural(count, 'ticket', 'tickets');

export const enListKeyNames = {
  snoozedTickets: 'Snoozed',
  hiddenTickets: 'Hidden',
  allTickets: 'All tickets',
  filter: 'Filter',
  sort: 'Order',
  select: 'Select or leave out',
  extend: 'Select more',
  selectAll: `Select what is listed, at most ${number(limits.selection)}`,
  ticketMenu: 'Actions for the ticket',
  pin: 'Pin or unpin',
  mute: 'Mute or unmute',
  snooze: 'Snooze',
  hideTicket: 'Hide or bring back',
  markRead: 'Mark as read',
  copyNumber: 'Copy the number',
  undo: 'Undo',
};

export const enList = {
  snoozed: 'Snoozed',
  hidden: 'Hidden',
  allTickets: 'All tickets',
  noSnoozed: 'Nothing is snoozed',
  noSnoozedSays: 'A snoozed ticket stays here until its time comes or HostUp answers.',
  noHidden: 'Nothing is hidden',
  noHiddenSays: 'A ticket that you hide is kept here and found by search.',

  filter: 'Filter',
  filters: 'Filters',
  filterCount: (count: number) => plural(count, 'filter', 'filters'),
  filterGroups: {
    departments: 'Department',
    statuses: 'Status',
    priorities: 'Priority',
    services: 'Service',
  },
  filterUnread: 'Only unread',
  filterMore: (count: number) => `${number(count)} more`,
  removeFilter: (name: string) => `Remove the filter ${name}`,
  clearFilters: 'Clear filters',
  findService: 'Find a service',
  findDepartment: 'Find a department',
  noneCalledThat: 'None is called that.',
  noMatches: 'No tickets match the filters',
  noMatchesSays: (count: number) =>
    `${plural(count, 'filter narrows', 'filters narrow')} what is shown here.`,

  conversationsHere: (here: number, of: number) =>
    `${number(here)} of ${plural(of, 'conversation is', 'conversations are')} here so far.`,
  filtersAreOn: (count: number) => `${plural(count, 'filter is', 'filters are')} on.`,

  sort: 'Order',
  sortedBy: (order: string) => `Order: ${order}`,
  sorts: {
    match: 'Best match',
    activity: 'Latest activity',
    turn: 'Longest waiting',
    created: 'Newest',
    priority: 'Most urgent',
    number: 'Highest number',
  },

  selected: (count: number) => `${number(count)} selected`,
  endSelection: 'End selecting',
  selectionFull: (count: number) => `${number(count)} are selected: no more at once.`,
  selectionCut: (count: number, of: number) => `The first ${number(count)} of ${number(of)} are selected.`,

  actions: 'Actions',
  actionsFor: (what: string) => `Actions for ${what}`,
  ticketNumber: (number: string) => `#${number}`,
  ticketCount: tickets,
  pin: 'Pin',
  unpin: 'Unpin',
  mute: 'Mute',
  unmute: 'Unmute',
  snooze: 'Snooze',
  hideTicket: 'Hide here',
  unhideTicket: 'Bring back',
  markRead: 'Mark as read',
  copyNumber: 'Copy number',
  copyNumbers: 'Copy numbers',

  snoozeTimes: {
    laterToday: 'Later today',
    tomorrow: 'Tomorrow morning',
    nextWeek: 'Next week',
    reply: 'Until HostUp replies',
    own: 'Date and time…',
    end: 'End the snooze',
  },
  snoozeAsk: (what: string) => `Snooze ${what} until`,
  snoozeUntil: 'Date and time',
  snoozeHint: 'A reply from HostUp ends it earlier.',
  snoozePast: 'Choose a time that is still to come.',
  snoozeFar: 'Choose a time within the next five years.',

  pinnedMark: 'Pinned',
  mutedMark: 'Muted',
  hiddenMark: 'Hidden here',
  snoozedUntil: (when: string) => `Snoozed until ${when}`,
  snoozedUntilReply: 'Snoozed until HostUp replies',

  undo: 'Undo',
  undone: 'Undone.',
  notUndone: (why: string) => `Not all of it could be undone: ${why}`,
  marked: {
    pinned: (count: number) => `${tickets(count)} pinned.`,
    unpinned: (count: number) => `${tickets(count)} unpinned.`,
    muted: (count: number) => `${tickets(count)} muted: no notifications.`,
    unmuted: (count: number) => `${tickets(count)} unmuted.`,
    hidden: (count: number) => `${tickets(count)} hidden here.`,
    staysInSight: (count: number) =>
      `${tickets(count)} ${count === 1 ? 'stays' : 'stay'} in sight until what you sent is settled.`,
    unhidden: (count: number) => `${tickets(count)} brought back.`,
    snoozed: (count: number) => `${tickets(count)} snoozed.`,
    awake: (count: number) => `Snooze of ${tickets(count)} ended.`,
    read: (count: number) => `${tickets(count)} marked as read.`,
    closed: (count: number) => `${tickets(count)} closed.`,
    reopened: (count: number) => `${tickets(count)} reopened.`,
  },

  closeManyAsk: (count: number) => `Close ${tickets(count)}?`,
  closeManyAskSays: 'HostUp stops working on them. You can reopen them later.',
  closeMany: (count: number) => `Close ${tickets(count)}`,
  keepManyOpen: 'Keep them open',
  working: (count: number) => `Asking HostUp about ${tickets(count)}…`,
  notClosed: (count: number) => `${tickets(count)} could not be closed`,
  notReopened: (count: number) => `${tickets(count)} could not be reopened`,
  tryAgain: 'Try again',

  searchTooManyWords: (over: number, most: number) =>
    `The search has ${plural(over, 'word', 'words')} too many. Only its first ${number(most)} are searched for.`,
  searchTooLong: (over: number, most: number) =>
    `The search is ${plural(over, 'character', 'characters')} too long. Only its first ${number(most)} characters are searched for.`,
  searchHelp: 'Search operators',
  searchHelpSays: {
    staff: 'written by HostUp',
    me: 'written by you',
    somebody: 'written by somebody',
    open: 'not closed',
    unread: 'not read yet',
    encrypted: 'with encrypted messages',
    department: 'in a department',
    status: 'with a status',
    priority: 'with a priority',
    service: 'about a service',
    before: 'before a day',
    after: 'from a day on',
    exact: 'these words in this order',
    without: 'without this word',
  },
};
