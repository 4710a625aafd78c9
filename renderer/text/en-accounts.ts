// The words around several accounts in English.
import { number, plural } from './en-numbers.ts';

export const enAccounts = {
  accounts: {
    title: 'Accounts',
    all: 'All accounts',
    one: 'Account',
    /** one that the user gave no name */
    unnamed: (position: number) => `Account ${position}`,
    states: {
      starting: 'Starting',
      'signed-in': 'Signed in',
      'signed-out': 'Signed out',
      'keychain-locked': 'Keychain locked',
    },
    colour: 'Colour',
    colours: {
      blue: 'Blue',
      green: 'Green',
      amber: 'Amber',
      rose: 'Rose',
      violet: 'Violet',
      teal: 'Teal',
      orange: 'Orange',
      slate: 'Slate',
    },
    name: 'Name',
    nameSays: 'Only you see it: in the list, beside replies and in notifications.',
    notKept: 'It could not be saved. What you typed is still here.',
    nameNotKept: 'The account’s name could not be saved.',
    add: 'Add account',
    addSays: 'Another customer of HostUp with a key of its own. Nothing is kept if HostUp refuses the key.',
    added: (name: string) => `${name} is added.`,
    keyNeeded: 'Enter the key that HostUp’s panel gave you.',
    keyTooLong: 'That is too long to be an API key.',
    alreadyHere: 'This key belongs to an account that is here already.',
    sameCustomer: (name: string) =>
      `This key sees the same tickets as ${name}, which is here already. If ${name} is to use it, choose “Replace key” there.`,
    onlyOne: 'This run has one account only: its key was given by the environment.',
    newKeyFor: (name: string) => `New key for ${name}`,
    otherCustomer: 'It must be a key of the same customer; for another one, add an account.',
    signOutOf: (name: string) => `Sign out of ${name}`,
    signOutAsk: (name: string) => `Sign out of ${name} and remove it from this computer?`,
    signOutSays:
      'Its key, saved tickets, drafts and unsent replies are removed; the other accounts stay as they are. HostUp keeps the tickets.',
    signedOut: (name: string) => `${name} is signed out and removed from this computer.`,
    signOutAll: 'Sign out of all accounts',
    signOutAllAsk: 'Sign out of all accounts and remove everything from this computer?',
    signOutAllSays: (names: string) =>
      `The keys, the saved tickets, drafts and unsent replies of ${names} are removed. HostUp keeps the tickets.`,
    stillSignedIn: (names: string) => `Not signed out: ${names}.`,
    beingSent: (count: number) =>
      `${plural(count, 'is', 'are')} being sent right now and may still reach HostUp.`,
    show: 'Show accounts',

    // where an account is told of
    of: (name: string) => `account ${name}`,
    needYou: (count: number) => `${plural(count, 'ticket needs', 'tickets need')} you`,
    unread: (count: number) => `${number(count)} unread`,
    replyAs: (name: string) => `Reply as ${name}`,
    sendsAs: (name: string) => `The reply goes through the account ${name} and no other.`,
    sameNumber: (number: string) => `Several accounts have #${number}. Choose one.`,
    foundIn: (name: string) => `Found in the account ${name}.`,
    within: (view: string, name: string) => `${view} · ${name}`,

    // a new ticket
    choose: 'Choose an account',
    chooseFirst: 'Choose the account first; each has departments of its own.',

    // one in trouble while others work
    inTrouble: (count: number) => `${number(count)} accounts have a problem`,
    isSignedOut: (names: string, count: number) => `${names} ${count === 1 ? 'is' : 'are'} signed out.`,
    isLocked: (names: string) => `The keychain does not give out the key of ${names}.`,
    lockedSays: 'The tickets are here again once it is unlocked.',
    isReadOnly: (names: string) => `You can read the tickets of ${names}, but not reply.`,
    troubles: {
      offline: (names: string) => `${names}: HostUp cannot be reached.`,
      error: (names: string) => `${names}: something is wrong at HostUp.`,
      paused: (names: string) => `${names}: HostUp asked for a pause.`,
    },
    othersGoOn: 'The other accounts go on.',
    howEach: 'How each account stands',
    someWork: (count: number, of: number) => `${number(count)} of ${number(of)} up to date`,
    cannotReply: (name: string) => `You cannot reply as ${name}.`,
    signedOutReply: (name: string) =>
      `${name} is signed out. Your reply is kept here and goes out when it has a new key.`,
  },
};

export const enAccountKeyNames = {
  nextAccount: 'Next account, or all',
};
