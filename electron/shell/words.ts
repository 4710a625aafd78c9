// The few texts that the shell itself shows (tray, menu, dialogs), in both languages. Pages have their own.
import type { Settings } from '../contract/model.ts';

export type Language = 'en' | 'sv';

/** @param system the system's language tag, such as `sv-SE` */
export function languageOf(chosen: Settings['language'], system: string): Language {
  if (chosen !== 'system') return chosen;
  return /^sv\b/i.test(system) ? 'sv' : 'en';
}

const en = {
  product: 'HostUp Support',
  open: 'Open',
  quickReply: 'Quick reply',
  checkNow: 'Check now',
  quit: 'Quit',
  cancel: 'Cancel',
  unread: (count: number) => (count === 1 ? '1 ticket with news' : `${count} tickets with news`),
  needsYou: (count: number) => (count === 1 ? '1 waits for you' : `${count} wait for you`),
  unsent: (count: number) => (count === 1 ? '1 reply not sent yet' : `${count} replies not sent yet`),
  nothingNew: 'Nothing new',
  offline: 'Offline',
  paused: 'HostUp asked for a pause',
  problem: 'Something went wrong while checking',
  signedOut: 'Not signed in',
  openLink: (host: string) => `Open ${host} in your browser?`,
  openLinkDetail: 'The link is in a ticket and leads away from HostUp:',
  openLinkYes: 'Open link',
  unsentTitle: (count: number) =>
    count === 1 ? 'One reply has not been sent.' : `${count} replies have not been sent.`,
  unsentKept: 'Nothing is lost: what waits goes out the next time the program starts.',
  unsentLost: 'Without a keychain, what waits is kept in memory only and is lost if you quit now.',
  file: 'File',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  actualSize: 'Actual size',
  fullScreen: 'Full screen',
  window: 'Window',
  close: 'Close window',
  minimise: 'Minimise',
  about: 'About HostUp Support',
  hide: 'Hide HostUp Support',
};

export type Words = typeof en;

const sv: Words = {
  product: 'HostUp Support',
  open: 'Öppna',
  quickReply: 'Snabbsvar',
  checkNow: 'Kontrollera nu',
  quit: 'Avsluta',
  cancel: 'Avbryt',
  unread: (count) => (count === 1 ? '1 ärende med nyheter' : `${count} ärenden med nyheter`),
  needsYou: (count) => `${count} väntar på dig`,
  unsent: (count) => (count === 1 ? '1 svar är inte skickat' : `${count} svar är inte skickade`),
  nothingNew: 'Inget nytt',
  offline: 'Ingen anslutning',
  paused: 'HostUp bad om en paus',
  problem: 'Något gick fel vid kontrollen',
  signedOut: 'Inte inloggad',
  openLink: (host) => `Öppna ${host} i webbläsaren?`,
  openLinkDetail: 'Länken finns i ett ärende och leder bort från HostUp:',
  openLinkYes: 'Öppna länken',
  unsentTitle: (count) => (count === 1 ? 'Ett svar är inte skickat.' : `${count} svar är inte skickade.`),
  unsentKept: 'Inget går förlorat: det som väntar skickas nästa gång programmet startar.',
  unsentLost: 'Utan nyckelring finns det som väntar bara i minnet, och det försvinner om du avslutar nu.',
  file: 'Arkiv',
  edit: 'Redigera',
  undo: 'Ångra',
  redo: 'Gör om',
  cut: 'Klipp ut',
  copy: 'Kopiera',
  paste: 'Klistra in',
  selectAll: 'Markera allt',
  view: 'Visa',
  zoomIn: 'Zooma in',
  zoomOut: 'Zooma ut',
  actualSize: 'Verklig storlek',
  fullScreen: 'Helskärm',
  window: 'Fönster',
  close: 'Stäng fönstret',
  minimise: 'Minimera',
  about: 'Om HostUp Support',
  hide: 'Dölj HostUp Support',
};

export const words: Readonly<Record<Language, Words>> = { en, sv };
