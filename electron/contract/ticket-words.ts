// What is said of a ticket both on the page and in documents that are made outside of any page. English and Swedish.
import type { Language } from './language.ts';
import type { Priority, Status } from './model.ts';
import { numbers } from './numbers.ts';

export type TicketWords = {
  readonly status: Record<Status, string>;
  readonly priority: Record<Priority, string>;
  /** the names of what stands at the head of a printed or exported ticket */
  readonly facts: Record<Fact, string>;
  readonly attachments: string;
  readonly attachmentNoName: string;
  readonly noText: string;
  /** said in a document */
  readonly leftOut: string;
  readonly notWhole: string;
  readonly earlierLeftOut: (count: number) => string;
};
type Fact = 'ticket' | 'account' | 'status' | 'department' | 'priority' | 'created' | 'services';

export const ticketWords: Record<Language, TicketWords> = {
  en: {
    status: {
      open: 'Open',
      answered: 'Answered',
      customer_reply: 'Customer reply',
      in_progress: 'In progress',
      on_hold: 'On hold',
      closed: 'Closed',
      unknown: 'Other status',
    },
    priority: {
      low: 'Low',
      medium: 'Normal',
      high: 'High',
      urgent: 'Urgent',
      critical: 'Critical',
      unknown: 'Other priority',
    },
    facts: {
      ticket: 'Ticket',
      account: 'Account',
      status: 'Status',
      department: 'Department',
      priority: 'Priority',
      created: 'Created',
      services: 'Services',
    },
    attachments: 'Attachments',
    attachmentNoName: 'Attachment without a name',
    noText: 'No text',
    leftOut: 'Encrypted message, left out.',
    notWhole: 'The whole conversation had not been fetched when this was made.',
    earlierLeftOut: (count) =>
      numbers.en.plural(count, 'earlier message is left out.', 'earlier messages are left out.'),
  },
  sv: {
    status: {
      open: 'Öppet',
      answered: 'Besvarat',
      customer_reply: 'Kundsvar',
      in_progress: 'Pågår',
      on_hold: 'Vilande',
      closed: 'Stängt',
      unknown: 'Annan status',
    },
    priority: {
      low: 'Låg',
      medium: 'Normal',
      high: 'Hög',
      urgent: 'Brådskande',
      critical: 'Kritisk',
      unknown: 'Annan prioritet',
    },
    facts: {
      ticket: 'Ärende',
      account: 'Konto',
      status: 'Status',
      department: 'Avdelning',
      priority: 'Prioritet',
      created: 'Skapat',
      services: 'Tjänster',
    },
    attachments: 'Bilagor',
    attachmentNoName: 'Bilaga utan namn',
    noText: 'Ingen text',
    leftOut: 'Krypterat meddelande, utelämnat.',
    notWhole: 'Hela konversationen var inte hämtad när det här skapades.',
    earlierLeftOut: (count) =>
      numbers.sv.plural(count, 'tidigare meddelande är utelämnat.', 'tidigare meddelanden är utelämnade.'),
  },
};
