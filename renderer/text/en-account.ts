// The words around the key, settings and signing out in English.
import { plural } from './en-numbers.ts';

export const enAccount = {
  language: 'Language',
  theme: 'Appearance',
  bySystem: 'As the system',
  light: 'Light',
  dark: 'Dark',
  keyIn: {
    keychain: 'Key kept in the keychain of this computer',
    memory: 'Key kept until you quit',
    run: 'Key given for this run by the environment',
    none: 'No key',
  },
  keyInMemory: 'No keychain took the key, so it is kept only until you quit.',
  onDisk: 'Tickets, drafts and unsent replies are on the disk of this computer, encrypted.',
  replaceKey: 'Replace key',
  replaceKeySays: 'The key in use stays until HostUp accepts the new one.',
  oldKeyStays: 'The key you had stays in use.',
  keyReplaced: 'The new key is in use.',
  encryptedMessages: 'Encrypted messages',
  keepEncrypted: 'Keep texts of encrypted messages on this computer',
  keepEncryptedSays:
    'Off: the texts kept here are removed, and each is fetched from HostUp when you press “Show”. Without a connection it cannot be read.',
  diagnostics: 'Copy diagnostics',
  diagnosticsSays: 'For HostUp’s support: states and times; no key, no text, no names.',
  help: 'Help',
  signOut: 'Sign out',
  signOutAsk: 'Sign out and remove everything from this computer?',
  signOutAskSays:
    'The key, the saved tickets, drafts and unsent replies are removed. HostUp keeps your tickets.',
  signOutUnsent: (count: number) => `${plural(count, 'reply', 'replies')} not sent yet will be lost:`,
  signOutDrafts: (count: number) => `${plural(count, 'draft', 'drafts')} will be lost.`,
  leaveDemo: 'Leave the demo',
  leaveDemoAsk: 'Leave the demo?',
  leaveDemoSays: 'The invented tickets and what you wrote to them are forgotten.',
  version: (version: string) => `Version ${version}`,
};
