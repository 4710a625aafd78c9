// The few words that notifications need before any page is there. English and Swedish.
import type { Language } from '../../contract/language.ts';
import { numbers } from '../../contract/numbers.ts';

const words = {
  en: {
    encrypted: 'Encrypted message',
    many: (count: number) => `${numbers.en.number(count)} new replies from HostUp`,
    noSubject: 'No subject',
    test: 'Test notification',
    testText: 'Notifications from HostUp Support work on this computer.',
  },
  sv: {
    encrypted: 'Krypterat meddelande',
    many: (count: number) => `${numbers.sv.number(count)} nya svar från HostUp`,
    noSubject: 'Ingen rubrik',
    test: 'Testavisering',
    testText: 'Aviseringar från HostUp Support fungerar på den här datorn.',
  },
};

export type NotifyWords = (typeof words)['en'];

/** The words in this language. */
export const notifyWords = (language: Language): NotifyWords => words[language];
