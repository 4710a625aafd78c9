// The words and dates of an exported ticket, which is made outside of any page. English and Swedish.
import type { Priority, Status } from '../../contract/model.ts';
import type { Language } from '../language.ts';

const en = {
  locale: 'en-GB',
  ticket: 'Ticket',
  status: 'Status',
  department: 'Department',
  priority: 'Priority',
  created: 'Created',
  services: 'Services',
  attachments: 'Attachments',
  attachment: 'Attachment',
  noName: 'Attachment without a name',
  noSubject: 'No subject',
  noText: 'No text',
  noTime: 'Time unknown',
  encrypted: 'Encrypted message, left out.',
  unavailable: 'Protected message, not available here.',
  notWhole: 'The whole conversation had not been fetched when this was made.',
  earlier: (count: number) => `${count} earlier ${count === 1 ? 'message is' : 'messages are'} left out.`,
  customer: 'Customer',
  automation: 'Automatic message',
  unknown: 'Unknown sender',
  opening: 'opened the ticket',
  file: 'attachment',
  statuses: {
    open: 'Open',
    answered: 'Answered',
    customer_reply: 'Customer reply',
    in_progress: 'In progress',
    on_hold: 'On hold',
    closed: 'Closed',
    unknown: 'Other status',
  } satisfies Record<Status, string>,
  priorities: {
    low: 'Low',
    medium: 'Normal',
    high: 'High',
    urgent: 'Urgent',
    critical: 'Critical',
    unknown: 'Other priority',
  } satisfies Record<Priority, string>,
};

export type ExportWords = typeof en;

const sv: ExportWords = {
  locale: 'sv-SE',
  ticket: 'Ärende',
  status: 'Status',
  department: 'Avdelning',
  priority: 'Prioritet',
  created: 'Skapat',
  services: 'Tjänster',
  attachments: 'Bilagor',
  attachment: 'Bilaga',
  noName: 'Bilaga utan namn',
  noSubject: 'Inget ämne',
  noText: 'Ingen text',
  noTime: 'Tid okänd',
  encrypted: 'Krypterat meddelande, utelämnat.',
  unavailable: 'Skyddat meddelande, inte tillgängligt här.',
  notWhole: 'Hela konversationen var inte hämtad när det här skapades.',
  earlier: (count) =>
    count === 1 ? '1 tidigare meddelande är utelämnat.' : `${count} tidigare meddelanden är utelämnade.`,
  customer: 'Kund',
  automation: 'Automatiskt meddelande',
  unknown: 'Okänd avsändare',
  opening: 'skapade ärendet',
  file: 'bilaga',
  statuses: {
    open: 'Öppet',
    answered: 'Besvarat',
    customer_reply: 'Kundsvar',
    in_progress: 'Pågår',
    on_hold: 'Vilande',
    closed: 'Stängt',
    unknown: 'Annan status',
  },
  priorities: {
    low: 'Låg',
    medium: 'Normal',
    high: 'Hög',
    urgent: 'Brådskande',
    critical: 'Kritisk',
    unknown: 'Annan prioritet',
  },
};

export const exportWords = (language: Language): ExportWords => ({ en, sv })[language];

export type ExportDates = { day(at: number): string; time(at: number): string; full(at: number): string };

/** @param timeZone an IANA name; answers null for one that is not known */
export function exportDates({ locale }: ExportWords, timeZone: string): ExportDates | null {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  try {
    const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', ...date });
    const time = new Intl.DateTimeFormat(locale, { timeZone, ...clock });
    const full = new Intl.DateTimeFormat(locale, { timeZone, ...date, ...clock });
    return {
      day: (at) => capital(day.format(at), locale),
      time: (at) => time.format(at),
      full: (at) => full.format(at),
    };
  } catch {
    return null;
  }
}

const capital = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
