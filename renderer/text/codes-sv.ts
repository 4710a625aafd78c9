// What each error code means for the user, and the way forward, in Swedish.
import type { Code } from '../../electron/contract/codes.ts';
import type { CodeWords } from './codes-en.ts';

export const codesSv: Record<Code, CodeWords> = {
  offline: {
    says: 'HostUp går inte att nå från den här datorn.',
    next: 'Kontrollera nätverket. Nytt försök görs automatiskt.',
    once: 'Kontrollera nätverket och försök igen.',
  },
  timeout: {
    says: 'HostUp svarade inte i tid.',
    next: 'Nytt försök görs automatiskt.',
    once: 'Försök igen om en stund.',
  },
  connection_lost: {
    says: 'Anslutningen bröts innan hela svaret hade kommit.',
    next: 'Nytt försök görs automatiskt.',
    once: 'Försök igen om en stund.',
  },
  bad_answer: {
    says: 'Något annat än HostUp svarade, eller så var svaret skadat.',
    next: 'En proxy eller en inloggningssida i nätverket kan vara i vägen. Öppna en webbsida och se efter.',
  },
  server_error: {
    says: 'HostUp har själva ett fel just nu.',
    next: 'Nytt försök görs automatiskt. Om det inte går över: uppge anropets nummer till HostUp.',
    once: 'Försök igen om en stund. Om det inte går över: uppge anropets nummer till HostUp.',
  },
  rate_limited: {
    says: 'HostUp bad oss att sakta ner.',
    next: 'Det fortsätter av sig självt om en stund.',
    once: 'Försök igen om en stund.',
  },
  paused: {
    says: 'HostUp bad om en lång paus.',
    next: 'Hämtningen fortsätter när pausen är slut.',
    once: 'Försök igen när pausen är slut.',
  },
  unauthorized: {
    says: 'HostUp godtar inte den här API-nyckeln.',
    next: 'Se efter att hela nyckeln kom med och att den inte är återkallad, eller skapa en ny.',
  },
  forbidden: {
    says: 'Nyckeln har inte rätt att göra detta.',
    next: 'Skapa en nyckel med behörigheterna read:support och write:support.',
  },
  read_only_key: {
    says: 'Nyckeln får läsa ärenden men inte skriva.',
    next: 'Logga in med en nyckel som har behörigheten write:support.',
  },
  no_key: { says: 'Du är inte inloggad.', next: 'Ange en API-nyckel.' },
  other_customer: {
    says: 'Nyckeln leder inte till det här kontots ärenden. Den verkar höra till en annan kund.',
    next: 'Lägg till den som ett eget konto. Allt som är skrivet här ligger kvar.',
  },
  key_in_use: {
    says: 'Ett annat konto här använder redan den här nyckeln.',
    next: 'Ange en nyckel som hör till den här kunden, eller logga ut ett av kontona.',
  },
  name_in_use: { says: 'Ett annat konto här heter redan så.', next: 'Ge varje konto ett eget namn.' },
  not_found: {
    says: 'HostUp har inget sådant ärende för det här kontot.',
    next: 'Kontrollera numret, eller om ärendet hör till ett annat konto.',
  },
  invalid_request: {
    says: 'HostUp godtog inte det som fylldes i.',
    next: 'Ändra det och skicka igen.',
    reasoned: 'Ändra efter de angivna skälen och skicka igen.',
  },
  conflict: { says: 'Någon annan ändrade ärendet under tiden.', next: 'Hämta det senaste och försök igen.' },
  ticket_closed: { says: 'Ärendet är stängt.', next: 'Öppna det igen för att skicka svaret.' },
  too_large: { says: 'Det här är längre än vad HostUp tar emot.', next: 'Korta texten eller dela upp den.' },
  refused: {
    says: 'HostUp avvisade detta.',
    next: 'Ändra och försök igen, eller uppge anropets nummer till HostUp.',
  },
  keychain_locked: {
    says: 'Datorns nyckelring är låst.',
    next: 'Lås upp den och försök igen. Den sparade nyckeln finns kvar.',
  },
  keychain_missing: {
    says: 'Datorn har ingen nyckelring som kan skydda nyckeln.',
    next: 'Nyckeln behålls tills du avslutar, och inget skrivs till disken.',
  },
  store_full: { says: 'Disken är full.', next: 'Frigör utrymme; inget nytt kan sparas förrän dess.' },
  store_broken: {
    says: 'De sparade ärendena var skadade och har ersatts.',
    next: 'Allt hämtas från HostUp igen. Svar på väg är kvar.',
  },
  store_newer: {
    says: 'De sparade ärendena är skrivna av en nyare version av programmet.',
    next: 'Installera den nyare versionen igen.',
  },
  store_read_only: {
    says: 'Programmets mapp går inte att skriva till.',
    next: 'Kontrollera behörigheterna och starta om programmet.',
  },
  file_not_saved: {
    says: 'Filen gick inte att spara där.',
    next: 'Kontrollera att mappen finns kvar och går att skriva till, eller välj en annan.',
  },
  bad_call: { says: 'Sidan och programmet förstår inte varandra.', next: 'Starta om programmet.' },
  foreign_sender: { says: 'Programmet kände inte igen den här sidan.', next: 'Starta om programmet.' },
  disconnected: {
    says: 'Programmet bakom den här sidan svarar inte.',
    next: 'Det du har skrivit finns kvar. Det fortsätter när programmet är tillbaka; skriver det då ut en annan adress, så öppna den.',
  },
  started_anew: {
    says: 'Programmet har startats om och känner inte igen den här sidan.',
    next: 'Öppna adressen som det skrev ut, i den här webbläsaren: då fortsätter även den här sidan. Det du har skrivit finns kvar.',
  },
  blocked_link: {
    says: 'Adressen öppnas inte, för säkerhets skull.',
    next: 'Kopiera den om du litar på vart den leder.',
  },
  internal: { says: 'Något gick fel i programmet.', next: 'Försök igen. Detaljerna finns i loggen.' },
};
