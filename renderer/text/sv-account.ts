// The words around the key, settings and signing out in Swedish.
import type { Text } from './en.ts';
import type { enAccount } from './en-account.ts';
import { number } from './sv-numbers.ts';

export const svAccount: Pick<Text, keyof typeof enAccount> = {
  language: 'Språk',
  theme: 'Utseende',
  bySystem: 'Som systemet',
  light: 'Ljust',
  dark: 'Mörkt',
  keyIn: {
    keychain: 'Nyckeln ligger i datorns nyckelring',
    memory: 'Nyckeln behålls tills du avslutar',
    run: 'Nyckeln gavs för den här körningen av miljön',
    none: 'Ingen nyckel',
  },
  keyInMemory: 'Ingen nyckelring tog emot nyckeln, så den behålls bara tills du avslutar.',
  onDisk: 'Ärenden, utkast och svar som inte skickats ligger krypterade på datorns disk.',
  replaceKey: 'Byt nyckel',
  replaceKeySays: 'Nyckeln som används gäller tills HostUp har godtagit den nya.',
  oldKeyStays: 'Nyckeln du hade används fortfarande.',
  keyReplaced: 'Den nya nyckeln används nu.',
  encryptedMessages: 'Krypterade meddelanden',
  keepEncrypted: 'Spara texten i krypterade meddelanden på datorn',
  keepEncryptedSays:
    'Av: texterna som sparats här tas bort, och var och en hämtas från HostUp när du trycker på ”Visa”. Utan anslutning går de inte att läsa.',
  diagnostics: 'Kopiera diagnostik',
  diagnosticsSays: 'För HostUps support: tillstånd och tider; ingen nyckel, ingen text, inga namn.',
  help: 'Hjälp',
  signOut: 'Logga ut',
  signOutAsk: 'Logga ut och ta bort allt från datorn?',
  signOutAskSays:
    'Nyckeln, sparade ärenden, utkast och svar som inte skickats tas bort. HostUp behåller dina ärenden.',
  signOutUnsent: (count) =>
    `${number(count)} svar som inte skickats går ${count === 1 ? 'förlorat' : 'förlorade'}:`,
  signOutDrafts: (count) => `${number(count)} utkast går ${count === 1 ? 'förlorat' : 'förlorade'}.`,
  leaveDemo: 'Lämna demot',
  leaveDemoAsk: 'Lämna demot?',
  leaveDemoSays: 'De påhittade ärendena och det du skrivit i dem glöms.',
  version: (version) => `Version ${version}`,
};
