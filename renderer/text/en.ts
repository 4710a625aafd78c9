// Every word of the page in English, and the type that other languages must fill.
import { ticketWords } from '../../electron/contract/ticket-words.ts';
import { codesEn } from './codes-en.ts';
import type { DateWords } from './dates.ts';
import { enAccount } from './en-account.ts';
import { enAccountKeyNames, enAccounts } from './en-accounts.ts';
import { enFiles, enFilesKeyNames } from './en-files.ts';
import { enList, enListKeyNames } from './en-list.ts';
import { enNewTicket } from './en-new-ticket.ts';
import { enNotify } from './en-notify.ts';
import { number, plural } from './en-numbers.ts';
import { enPalette } from './en-palette.ts';
import { enServices } from './en-services.ts';
import { enWaiting } from './en-waiting.ts';
import { enWrite } from './en-write.ts';

const dates: DateWords = {
  today: 'Today',
  yesterday: 'Yesterday',
  yesterdayInside: 'yesterday',
  tomorrowInside: 'tomorrow',
  justNow: 'now',
  seconds: 's',
  minutes: 'min',
  hours: 'h',
  days: 'd',
};

export const en = {
  ...enAccount,
  ...enAccounts,
  ...enList,
  ...enPalette,
  ...enNotify,
  ...enNewTicket,
  ...enFiles,
  ...enServices,
  ...enWaiting,
  ...enWrite,
  ...ticketWords.en,
  dates,
  number,
  codes: codesEn,
  app: 'HostUp Support',

  // navigation
  views: 'Views',
  needsYou: 'Needs you',
  waiting: 'Waiting for HostUp',
  allOpen: 'All open',
  closed: 'Closed',
  departments: 'Departments',
  yours: 'Yours',
  unsent: 'Unsent',
  drafts: 'Drafts',
  newTicket: 'New ticket',
  settings: 'Settings',
  keys: 'Keyboard shortcuts',
  menu: 'Menu',
  back: 'Back',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  done: 'Done',
  demo: 'Demo',
  demoSays: 'Invented tickets; nothing leaves this computer.',

  // connection
  connection: 'Connection',
  connectionStates: {
    starting: 'Starting',
    syncing: 'Fetching',
    'up-to-date': 'Up to date',
    offline: 'Offline',
    error: 'Problem',
    paused: 'Paused',
    'signed-out': 'Signed out',
    disconnected: 'Program away',
  },
  checked: (ago: string) => `checked ${ago} ago`,
  checkedNow: 'checked just now',
  neverChecked: 'not checked yet',
  checkNow: 'Check now',
  fetching: (done: number, of: number) => `${number(done)} of ${number(of)} conversations`,
  firstSync: 'Fetching your conversations',
  firstSyncSays: 'You can read and reply while this goes on.',
  offlineSays: 'You read what was saved. Replies wait here and leave when HostUp can be reached.',
  pausedUntil: (time: string) => `Paused until ${time}.`,
  statusCode: (code: number) => `status ${code}`,
  requestId: (id: string) => `request ${id}`,
  copyDetails: 'Copy details',
  readOnly: 'Read only',
  readOnlySays: 'This key can read tickets but not write: it lacks the scope write:support.',
  enterNewKey: 'Enter a new key',
  signedOutSays: 'What was saved stays readable, and your drafts are kept.',

  // first run
  welcome: 'Support from HostUp, on your desktop',
  welcomeSays: 'See when someone answers, reply from anywhere, and read everything again without a network.',
  apiKey: 'API key',
  showKey: 'Show key',
  hideKey: 'Hide key',
  connect: 'Connect',
  connecting: 'Checking the key with HostUp…',
  tryDemo: 'Try the demo',
  or: 'or',
  whereKey: 'Make a key in HostUp’s panel on the page “API management” with these scopes:',
  scopeRead: 'read your tickets',
  scopeWrite: 'reply and open tickets',
  scopeAccount: 'optional: list the departments',
  keyKept: 'The key is kept in the keychain of this computer.',
  keyNotKept: 'This computer has no keychain, so the key is kept only until you quit.',
  keyNotKeptCost:
    'Nothing is written to disk: after a restart you enter the key again, and tickets, drafts and unsent replies are gone.',
  keychainLockedTitle: 'The keychain is locked',
  keychainLockedSays:
    'Your key is safe in the keychain of this computer, but it cannot be read until the keychain is unlocked.',
  unlockAndTry: 'Unlock and try again',
  useAnotherKey: 'Use another key',
  useAnotherKeySays: 'This replaces the saved key.',
  stillLocked: 'It is still locked. It is also noticed by itself once you unlock it.',
  starting: 'Starting…',

  // list
  tickets: 'Tickets',
  searchTickets: 'Search tickets',
  clearSearch: 'Clear search',
  searchResults: (count: number) => plural(count, 'ticket found', 'tickets found'),
  openNumber: (number: string) => `Open ticket #${number}`,
  noResults: (query: string) => `Nothing found for “${query}”`,
  noResultsSays: 'Subjects, messages, names and numbers are searched, but not encrypted messages.',
  nothingNeedsYou: 'Nothing needs you',
  nothingNeedsYouSays: 'You will be told as soon as HostUp answers.',
  noTicketsAtAll: 'No tickets yet',
  noTickets: 'No tickets here',
  noTicketsSays: 'Everything you ask HostUp about shows up here.',
  noDrafts: 'No drafts',
  noDraftsSays: 'What you start to write is kept until you send it.',
  nothingUnsent: 'Nothing waits to be sent',
  nothingUnsentSays: 'What you send stands here until HostUp has stored it.',
  noSubject: '(no subject)',
  yourTurn: 'Your turn',
  yourTurnSince: (span: string) => `Your turn · ${span}`,
  hostupTurn: 'HostUp',
  hostupTurnSince: (span: string) => `HostUp · ${span}`,
  turnYouLong: 'waiting for you',
  turnHostupLong: 'waiting for HostUp',
  you: 'You',
  hostup: 'HostUp',
  preview: (who: string, text: string) => `${who}: ${text}`,
  encryptedPreview: 'Encrypted message',
  notFetched: 'Not fetched yet',
  unread: 'unread',
  hasDraft: 'Draft',
  notSent: (count: number) => `${number(count)} unsent`,
  needsAttention: 'Reply needs you',
  gone: 'Gone',
  loading: 'Loading…',

  // conversation
  conversation: 'Conversation',
  chooseTicket: 'Choose a ticket',
  chooseTicketSays: (count: number) =>
    count === 0 ? 'Nothing needs you right now.' : `${plural(count, 'ticket needs', 'tickets need')} you.`,
  opened: (when: string) => `opened ${when}`,
  firstReplyAtOnce: 'first reply within a minute',
  firstReplyAfter: (span: string) => `first reply after ${span}`,
  cc: (addresses: string) => `copy to ${addresses}`,
  closeTicket: 'Close ticket',
  closeTicketAsk: 'Close this ticket?',
  closeTicketAskSays: 'HostUp stops working on it. You can reopen it later.',
  keepOpen: 'Keep open',
  reopenTicket: 'Reopen',
  goneNotice: 'This ticket is no longer in your account at HostUp. You read the copy that was saved here.',
  asOf: (when: string) => `Saved copy as of ${when}. There may be newer messages.`,
  neverFetched: 'This conversation has not been fetched yet.',
  neverFetchedOffline: 'It is fetched as soon as HostUp can be reached.',
  showEarlier: (count: number) => `Show ${plural(count, 'earlier message', 'earlier messages')}`,
  automatic: 'Automatic message',
  unknownSender: 'Unknown sender',
  staffName: (name: string) => `${name} · HostUp`,
  opening: 'opened the ticket',
  new: 'New',
  newMessages: (count: number) => plural(count, 'new message', 'new messages'),
  jumpToNew: 'Jump to the first new message',
  encryptedMessage: 'Encrypted message',
  show: 'Show',
  hide: 'Hide',
  unavailable: 'Protected, not available here.',
  unavailableSays: 'Read it in HostUp’s panel.',
  notKeptHere: 'Its text is not kept on this computer and cannot be fetched now.',
  notKeptHereSays: 'Press “Show” again when HostUp can be reached, or read it in HostUp’s panel.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'It could not be copied. Select it and copy it yourself.',
  copiedSecret: {
    leaves: 'Copied. It leaves the clipboard after a minute.',
    'leaves-in-front': 'Copied. It leaves the clipboard after a minute, once this page is in front.',
    stays: 'Copied. It stays in the clipboard until you copy something else.',
  },
  quoted: 'Quoted text',
  opensIn: (host: string) => `opens ${host} in the browser`,
  openLinkAsk: (host: string) => `Open ${host}?`,
  writeMailAsk: (address: string) => `Write to ${address}?`,
  openLinkSays: 'This address stands in a message. Open it only if you trust where it leads.',
  openLink: 'Open in a new tab',
  writeMail: 'Open the mail program',
  service: 'Linked service',
  serviceDetails: 'Details of the service',
  noTime: 'time unknown',

  // quick reply
  quickReply: 'Quick reply',
  openApp: 'Open HostUp Support',
  openFull: 'Open the whole conversation',
  previousTicket: 'Previous ticket that needs you',
  nextTicket: 'Next ticket that needs you',
  position: (at: number, of: number) => `${number(at)} of ${number(of)}`,
  noStaffYet: 'HostUp has not answered yet.',
  closeWindow: 'Close',

  // notifications
  notifications: 'Notifications',
  open: 'Open',
  more: (count: number) => `${number(count)} more`,

  // keys
  /** the words on keys, where they are not signs */
  keyCaps: { Shift: 'Shift', Space: 'Space' },
  keyGroups: { go: 'Go to', list: 'List', ticket: 'Ticket', write: 'Write', window: 'Window' },
  keyNames: {
    ...enAccountKeyNames,
    ...enFilesKeyNames,
    ...enListKeyNames,
    needsYou: 'Needs you',
    waiting: 'Waiting for HostUp',
    allOpen: 'All open',
    closed: 'Closed',
    unsent: 'Unsent',
    drafts: 'Drafts',
    search: 'Search',
    palette: 'Find a ticket or an action',
    next: 'Next ticket',
    previous: 'Previous ticket',
    openTicket: 'Open',
    ends: 'First, last',
    reply: 'Reply',
    firstNew: 'First new message',
    closeReopen: 'Close or reopen',
    send: 'Send',
    encrypted: 'Encrypted on or off',
    newTicket: 'New ticket',
    waitingTimes: 'Waiting times',
    quick: 'Quick reply window',
    check: 'Check now',
    notice: 'Open the newest notification',
    settings: 'Settings',
    help: 'Keyboard shortcuts',
    escape: 'Back, clear or close',
  },
};

type Widen<T> = T extends (...input: infer I) => string
  ? (...input: I) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** Every language is complete, or it does not compile. */
export type Text = Widen<typeof en>;
