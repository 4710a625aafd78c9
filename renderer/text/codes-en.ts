// What each error code means for the user, and the way forward, in English.
import type { Code } from '../../electron/contract/codes.ts';

export type CodeWords = {
  readonly says: string;
  /** the way forward */
  readonly next: string;
  /** the way forward where nothing is tried again by itself, if that is another one */
  readonly once?: string;
  /** the way forward where HostUp gives its reasons, if that is another one */
  readonly reasoned?: string;
};

export const codesEn: Record<Code, CodeWords> = {
  offline: {
    says: 'HostUp cannot be reached from this computer.',
    next: 'Check the network. It is tried again by itself.',
    once: 'Check the network, then try again.',
  },
  timeout: {
    says: 'HostUp did not answer in time.',
    next: 'It is tried again by itself.',
    once: 'Try again in a moment.',
  },
  connection_lost: {
    says: 'The connection broke before the answer was complete.',
    next: 'It is tried again by itself.',
    once: 'Try again in a moment.',
  },
  bad_answer: {
    says: 'Something other than HostUp answered, or the answer was damaged.',
    next: 'A proxy or a login page of your network may be in the way. Open a web page to check.',
  },
  server_error: {
    says: 'HostUp has a problem of its own right now.',
    next: 'It is tried again by itself. If it lasts, quote the request number to HostUp.',
    once: 'Try again in a moment. If it lasts, quote the request number to HostUp.',
  },
  rate_limited: {
    says: 'HostUp asked us to slow down.',
    next: 'It goes on by itself in a moment.',
    once: 'Try again in a moment.',
  },
  paused: {
    says: 'HostUp asked for a long pause.',
    next: 'Checking goes on when the pause ends.',
    once: 'Try again when the pause has ended.',
  },
  unauthorized: {
    says: 'HostUp does not accept this API key.',
    next: 'Check that the whole key was copied and that it is not revoked, or make a new one.',
  },
  forbidden: {
    says: 'The key is not allowed to do this.',
    next: 'Make a key with the scopes read:support and write:support.',
  },
  read_only_key: {
    says: 'The key can read tickets but not write.',
    next: 'Sign in with a key that has the scope write:support.',
  },
  no_key: { says: 'You are not signed in.', next: 'Enter an API key.' },
  other_customer: {
    says: 'This key does not lead to this account’s tickets: it seems to belong to another customer.',
    next: 'Add it as an account of its own. Everything written here stays as it is.',
  },
  key_in_use: {
    says: 'Another account here already uses this key.',
    next: 'Enter a key of this customer, or sign one of the two out.',
  },
  name_in_use: {
    says: 'Another account here already has this name.',
    next: 'Give each account a name of its own.',
  },
  not_found: {
    says: 'HostUp has no such ticket for this account.',
    next: 'Check the number, or whether it belongs to another account.',
  },
  invalid_request: {
    says: 'HostUp did not accept what was filled in.',
    next: 'Change it and send again.',
    reasoned: 'Change it as the reasons say and send again.',
  },
  conflict: {
    says: 'The ticket was changed by someone else meanwhile.',
    next: 'Check for news, then try again.',
  },
  ticket_closed: { says: 'The ticket is closed.', next: 'Reopen it to send the reply.' },
  too_large: { says: 'This is longer than HostUp takes.', next: 'Shorten it or split it in two.' },
  refused: {
    says: 'HostUp refused this.',
    next: 'Change it and try again, or quote the request number to HostUp.',
  },
  keychain_locked: {
    says: 'The keychain of this computer is locked.',
    next: 'Unlock it and try again. The saved key is still in it.',
  },
  keychain_missing: {
    says: 'This computer has no keychain that can guard the key.',
    next: 'The key is kept until you quit, and nothing is written to disk.',
  },
  store_full: { says: 'The disk is full.', next: 'Free some space; nothing new can be saved until then.' },
  store_broken: {
    says: 'The saved tickets were damaged and have been replaced.',
    next: 'Everything is fetched from HostUp again. Replies on their way were kept.',
  },
  store_newer: {
    says: 'The saved tickets were written by a newer version of this program.',
    next: 'Install the newer version again.',
  },
  store_read_only: {
    says: 'The folder of this program cannot be written to.',
    next: 'Check its permissions, then start the program again.',
  },
  file_not_saved: {
    says: 'The file could not be saved there.',
    next: 'Check that the folder is still there and can be written to, or choose another one.',
  },
  bad_call: {
    says: 'This page and the program do not understand each other.',
    next: 'Start the program again.',
  },
  foreign_sender: { says: 'The program did not recognise this page.', next: 'Start the program again.' },
  disconnected: {
    says: 'The program behind this page does not answer.',
    next: 'What you typed stays here. It goes on once the program is back; if it prints another address then, open that one.',
  },
  started_anew: {
    says: 'The program was started anew and does not know this page.',
    next: 'Open the address that it printed, in this browser: then this page goes on too. What you typed stays here.',
  },
  blocked_link: {
    says: 'This address is not opened, to be safe.',
    next: 'Copy it if you trust where it leads.',
  },
  internal: { says: 'Something went wrong in this program.', next: 'Try again. The log has the details.' },
};
