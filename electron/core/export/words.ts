// The words that only an exported ticket has, which is made outside of any page. English and Swedish.
import type { Language } from '../../contract/language.ts';
import { type TicketWords, ticketWords } from '../../contract/ticket-words.ts';

const en = {
  attachment: 'Attachment',
  noSubject: 'No subject',
  noTime: 'Time unknown',
  unavailable: 'Protected message, not available here.',
  customer: 'Customer',
  automation: 'Automatic message',
  unknown: 'Unknown sender',
  opening: 'opened the ticket',
  namelessFile: 'attachment',
};

const sv: typeof en = {
  attachment: 'Bilaga',
  noSubject: 'Ingen rubrik',
  noTime: 'Tid okänd',
  unavailable: 'Skyddat meddelande, inte tillgängligt här.',
  customer: 'Kund',
  automation: 'Automatiskt meddelande',
  unknown: 'Okänd avsändare',
  opening: 'skapade ärendet',
  namelessFile: 'bilaga',
};

export type ExportWords = TicketWords & typeof en;

/** All words of a document in this language. */
export const exportWords = (language: Language): ExportWords => ({
  ...ticketWords[language],
  ...{ en, sv }[language],
});
