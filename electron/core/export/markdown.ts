// A ticket or one message of it as a Markdown document. Encrypted texts are left out, and it says so.
import type { LongDates } from '../../contract/long-dates.ts';
import type { Attachment, Block } from '../../contract/model.ts';
import type { Clock } from '../ports.ts';
import type { StoredMessage, StoredTicket } from '../records.ts';
import { markdownBlocks, markdownLine } from './markdown-text.ts';
import { inTurns, isWhole } from './unhurried.ts';
import type { ExportWords } from './words.ts';

export type Exporting = {
  readonly words: ExportWords;
  readonly dates: LongDates;
  /** whose ticket it is; null where there is one account alone */
  readonly account: string | null;
  readonly readBlocks: (body: string) => readonly Block[];
  /** lets others have their turn meanwhile */
  readonly clock: Clock;
};

/** @param earlier how many messages come before these */
export async function ticketMarkdown(
  ticket: StoredTicket,
  messages: readonly StoredMessage[],
  earlier: number,
  exporting: Exporting,
): Promise<string> {
  const { words, dates, clock } = exporting;
  const parts = [ticketHead(ticket, exporting)];
  if (!isWhole(ticket)) parts.push(`*${words.notWhole}*`);
  if (earlier > 0) parts.push(`*${words.earlierLeftOut(earlier)}*`);
  let day = '';
  await inTurns(messages, clock, (message) => {
    const itsDay = message.sentAt === null ? day : dates.longDay(message.sentAt);
    if (itsDay !== day) parts.push(`## ${markdownLine(itsDay)}`);
    day = itsDay;
    parts.push(messageMarkdown(message, exporting));
  });
  const files = messages.flatMap((message) =>
    message.attachments.map(
      (file) => `- ${fileLine(file, words)} – ${byLine(message, exporting, dates.longMoment)}`,
    ),
  );
  if (files.length > 0) parts.push(`## ${words.attachments}`, files.join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** One message under a heading with its sender and time. */
export function messageMarkdown(message: StoredMessage, exporting: Exporting): string {
  const { words } = exporting;
  const files = message.attachments.map((file) => `- ${words.attachment}: ${fileLine(file, words)}`);
  return [`### ${byLine(message, exporting)}`, bodyMarkdown(message, exporting), files.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function ticketHead(ticket: StoredTicket, { words, dates, account }: Exporting): string {
  const services = ticket.services.map(({ serviceName, serviceId, serviceType }) =>
    markdownLine(`${serviceName ?? serviceId ?? ''} (${serviceType})`),
  );
  const { facts } = words;
  const rows: [string, string | null][] = [
    [facts.ticket, markdownLine(`#${ticket.number}`)],
    [facts.account, account === null ? null : markdownLine(account)],
    [facts.status, words.status[ticket.status]],
    [facts.department, markdownLine(ticket.departmentName ?? ticket.departmentSlug)],
    [facts.priority, words.priority[ticket.priority]],
    [facts.created, ticket.createdAt === null ? null : dates.longMoment(ticket.createdAt)],
    [facts.services, services.length === 0 ? null : services.join(', ')],
  ];
  const lines = rows.flatMap(([name, value]) => (value === null ? [] : [`- **${name}:** ${value}`]));
  const subject = markdownLine(ticket.subject ?? '');
  return `# ${subject === '' ? words.noSubject : subject}\n\n${lines.join('\n')}`;
}

function bodyMarkdown({ body, encrypted }: StoredMessage, { words, readBlocks }: Exporting): string {
  if (encrypted) return `*${words.leftOut}*`;
  if (body === null) return `*${words.unavailable}*`;
  const text = markdownBlocks(readBlocks(body));
  return text === '' ? `*${words.noText}*` : text;
}

/** `14:02 · Kim Lindqvist · HostUp` */
function byLine(message: StoredMessage, { words, dates }: Exporting, when = dates.time): string {
  const { sender, senderName, sentAt, opening } = message;
  const time = sentAt === null ? words.noTime : when(sentAt);
  const name = senderName === null ? null : markdownLine(senderName);
  const who = {
    customer: [name ?? words.customer],
    staff: name === null ? ['HostUp'] : [name, 'HostUp'],
    automation: [words.automation],
    unknown: [name ?? words.unknown],
  }[sender];
  return [time, ...who, ...(opening ? [words.opening] : [])].join(' · ');
}

function fileLine({ filename, mimeType, extension }: Attachment, words: ExportWords): string {
  const type = mimeType ?? extension;
  const name = filename === null ? words.attachmentNoName : markdownLine(filename);
  return type === null ? name : `${name} (${markdownLine(type)})`;
}
