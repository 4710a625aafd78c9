// Any number of plain but varied tickets, for tests of size.
import type { DemoPriority, DemoStatus } from '../types.ts';
import { account } from './account.ts';
import { type DepartmentSlug, departments } from './departments.ts';
import { customer, days, type MessageSeed, staff, type TicketSeed } from './seed.ts';
import type { ServiceName } from './services.ts';

const subjects = {
  sv: [
    'Sidan laddar långsamt',
    'Fråga om faktura',
    'E-post studsar',
    'Återställning av säkerhetskopia',
    'Ny SSL',
    'Flytta domän',
    'Åtkomst nekad i filhanteraren',
  ],
  en: [
    'Website is slow',
    'Question about an invoice',
    'Mail is rejected',
    'Restore a backup',
    'New certificate',
    'Transfer a domain',
    'Access denied in the file manager',
  ],
} as const;

const openings = {
  sv: 'Hej! Sedan i går kväll ser jag detta på norrskenform.example. Kan ni hjälpa mig?',
  en: 'Hello! Since last night I see this on norrskenform.example. Could you help me?',
} as const;
const answers = {
  sv: 'Hej,\n\nTack för att du hör av dig. Vi tittar på det och återkommer.\n\nVänliga hälsningar,\nSupport',
  en: 'Hi,\n\nThank you for writing. We are looking into it and will come back to you.\n\nBest regards,\nSupport',
} as const;
const thanks = {
  sv: 'Tack, nu fungerar det för mig också!',
  en: 'Thanks, it works for me as well now!',
} as const;

const statuses: readonly DemoStatus[] = [
  'closed',
  'closed',
  'answered',
  'customer_reply',
  'closed',
  'open',
  'in_progress',
  'on_hold',
];
const priorities: readonly DemoPriority[] = ['low', 'medium', 'medium', 'high', 'low', 'urgent', 'critical'];
const staffNames = ['Kim', 'Sara', 'Johan'] as const;
const services: readonly ServiceName[] = ['shop', 'app', 'domain', 'blog', 'mail', 'worker'];

/** `count` tickets spread over three years, no two opened or changed at the same moment. */
export function generateSeeds(count: number, random: () => number): TicketSeed[] {
  const step = days(3 * 365) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => seed(index, (index + 1) * step, random));
}

function seed(index: number, opened: number, random: () => number): TicketSeed {
  const language = index % 3 === 0 ? 'en' : 'sv';
  const status = pick(statuses, random);
  const subject = pick(subjects[language], random);
  return {
    subject: `${subject} (${index + 1})`,
    body: openings[language],
    language,
    status,
    priority: pick(priorities, random),
    department: pick<{ slug: DepartmentSlug }>(departments, random).slug,
    requesterName: account.name,
    opened,
    services: [pick(services, random)],
    messages: conversation(language, status, opened, random),
  };
}

// The last message fits the status: a waiting ticket ends with the customer, an answered one with staff.
function conversation(
  language: 'sv' | 'en',
  status: DemoStatus,
  opened: number,
  random: () => number,
): MessageSeed[] {
  if (status === 'open') return [];
  const rounds = 1 + Math.floor(random() * 2);
  const turns = status === 'customer_reply' || status === 'closed' ? rounds * 2 : rounds * 2 - 1;
  const span = opened * (0.1 + random() * 0.8);
  return Array.from({ length: turns }, (_, turn) => {
    const ago = opened - (span * (turn + 1)) / turns;
    return turn % 2 === 0
      ? staff(pick(staffNames, random), ago, answers[language])
      : customer(ago, thanks[language]);
  });
}

function pick<T>(choices: readonly T[], random: () => number): T {
  const chosen = choices[Math.floor(random() * choices.length)] ?? choices[0];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
