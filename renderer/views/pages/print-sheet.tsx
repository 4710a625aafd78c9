// A ticket on paper: everything that was said, black on white.
import type { PrintPart } from '../../../electron/contract/attachment-calls.ts';
import type { Attachment, Message, Ticket } from '../../../electron/contract/model.ts';
import { useDates, useText } from '../../ui/context.ts';
import { Blocks } from '../message/blocks.tsx';
import { useSender } from '../message/message-card.tsx';

/** @param printed with every message that is to be on it */
export function PrintSheet({ printed }: { printed: PrintPart }) {
  const text = useText();
  const { ticket, messages, whole, total } = printed;
  const earlier = Math.max(0, total - messages.length);
  const files = messages.filter(({ attachments }) => attachments.length > 0);
  return (
    <article>
      <h1>{ticket.subject ?? text.noSubject}</h1>
      <Facts printed={printed} />
      {!whole && <p class="print-note">{text.notWhole}</p>}
      {earlier > 0 && <p class="print-note">{text.earlierLeftOut(earlier)}</p>}
      {messages.map((message, index) => (
        <Said key={message.id} message={message} before={messages[index - 1]} ticket={ticket} />
      ))}
      {files.length > 0 && (
        <section>
          <h2>{text.attachments}</h2>
          <ul>
            {files.map((message) => (
              <Files key={message.id} message={message} ticket={ticket} />
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Facts({ printed: { ticket, account } }: { printed: PrintPart }) {
  const text = useText();
  const dates = useDates();
  const { facts } = text;
  const services = ticket.services.map(({ serviceName, serviceId }) => serviceName ?? serviceId ?? '');
  const rows: readonly [string, string | null][] = [
    [facts.ticket, `#${ticket.number}`],
    [facts.account, account],
    [facts.status, text.status[ticket.status]],
    [facts.department, ticket.departmentName ?? ticket.departmentSlug],
    [facts.priority, text.priority[ticket.priority]],
    [facts.created, ticket.createdAt === null ? null : dates.longMoment(ticket.createdAt)],
    [facts.services, services.length === 0 ? null : services.join(', ')],
  ];
  return (
    <dl>
      {rows.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

type SaidProps = { message: Message; before: Message | undefined; ticket: Ticket };

function Said({ message, before, ticket }: SaidProps) {
  const text = useText();
  const dates = useDates();
  const who = usePrintedSender(message, ticket);
  const { sentAt } = message;
  // days are named in full: paper knows no "yesterday"
  const day = sentAt === null ? null : dates.longDay(sentAt);
  const dayBefore = before === undefined || before.sentAt === null ? null : dates.longDay(before.sentAt);
  return (
    <>
      {day !== null && day !== dayBefore && <h2>{day}</h2>}
      <section class="print-message">
        <h3>
          {who}
          <span>{sentAt === null ? text.noTime : dates.time(sentAt)}</span>
        </h3>
        <Body message={message} />
      </section>
    </>
  );
}

function Body({ message }: { message: Message }) {
  const text = useText();
  if (message.encrypted) return <p class="print-note">{text.leftOut}</p>;
  if (message.blocks === null) return <p class="print-note">{text.unavailable}</p>;
  if (message.blocks.length === 0) return <p class="print-note">{text.noText}</p>;
  return <Blocks blocks={message.blocks} printed />;
}

/** Each with who sent it and when: the message that it belongs to does not list it. */
function Files({ message, ticket }: { message: Message; ticket: Ticket }) {
  const text = useText();
  const dates = useDates();
  const who = usePrintedSender(message, ticket);
  const when = message.sentAt === null ? text.noTime : dates.longMoment(message.sentAt);
  return (
    <>
      {message.attachments.map((file) => (
        <li key={file.id}>
          {file.filename ?? text.attachmentNoName}
          <span class="print-note">{` ${[typeOf(file), who, when].filter((part) => part !== null).join(' · ')}`}</span>
        </li>
      ))}
    </>
  );
}

const typeOf = ({ mimeType, extension }: Attachment): string | null => mimeType ?? extension;

/** "You" says nothing to whoever else reads the paper. */
function usePrintedSender(message: Message, { requesterName }: Ticket): string {
  const sender = useSender(message, null);
  return message.sender === 'customer' ? (message.senderName ?? requesterName ?? sender) : sender;
}
