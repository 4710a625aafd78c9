// A ticket on paper: everything that was said, black on white. The program prints it to a PDF, a browser asks its user.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { PrintPart } from '../../electron/contract/attachment-calls.ts';
import { type Failure, type Result, success } from '../../electron/contract/codes.ts';
import type { Message, Ticket } from '../../electron/contract/model.ts';
import type { Client } from '../../electron/contract/transport.ts';
import { Button } from '../ui/button.tsx';
import { useDates, useStores, useText } from '../ui/context.ts';
import { Blocks } from './blocks.tsx';
import { FailureNote } from './failure-note.tsx';
import { useSender } from './message-card.tsx';

/** The newest messages of a ticket that are printed; nobody reads more. */
const mostMessages = 2_000;

export function PrintPage({ ticketId }: { ticketId: string }) {
  const stores = useStores();
  const [printed, setPrinted] = useState<PrintPart | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  useEffect(() => {
    void everyPart(stores.client, ticketId).then((answer) => {
      if (answer.ok) return setPrinted(answer.value);
      setProblem(answer);
      if (!stores.inBrowser) void stores.client.call('print.ready', { problem: answer.code });
    });
  }, [ticketId]);
  useLayoutEffect(() => {
    if (printed !== null) return whenPrinted(printed.ticket);
  }, [printed]);

  /** Everything is on the page by now. The title is the name that a browser gives the file. */
  function whenPrinted(ticket: Ticket) {
    const before = document.title;
    document.title = [ticket.number, ticket.subject].filter((part) => part !== null).join(' ');
    if (stores.inBrowser) print();
    else void stores.client.call('print.ready', { problem: null });
    return () => {
      document.title = before;
    };
  }

  return (
    <main class="print-page">
      {stores.inBrowser && <Tools ticketId={ticketId} />}
      {problem !== null && <FailureNote failure={problem} once />}
      {printed !== null && <Sheet printed={printed} />}
    </main>
  );
}

/** The whole conversation, put together from the newest part to the oldest. */
async function everyPart(client: Client, ticketId: string): Promise<Result<PrintPart>> {
  const newest = await client.call('print.part', { ticketId, before: null });
  if (!newest.ok) return newest;
  let { messages } = newest.value;
  const wanted = Math.min(newest.value.total, mostMessages);
  while (messages.length < wanted) {
    const part = await client.call('print.part', { ticketId, before: messages[0]?.id ?? null });
    if (!part.ok) return part;
    if (part.value.messages.length === 0) break;
    messages = [...part.value.messages, ...messages];
  }
  return success({ ...newest.value, messages });
}

/** On the screen only. */
function Tools({ ticketId }: { ticketId: string }) {
  const { route } = useStores();
  const text = useText();
  return (
    <div class="print-tools">
      <Button icon="back" onPress={() => route.go({ page: 'main', ticketId })}>
        {text.back}
      </Button>
      <Button kind="primary" onPress={() => print()}>
        {text.files.print}
      </Button>
    </div>
  );
}

function Sheet({ printed }: { printed: PrintPart }) {
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
            {files.map((message) => message.attachments.map((file) => <Named key={file.id} file={file} />))}
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
  const sender = useSender(message, null);
  // "You" says nothing to whoever else reads the paper
  const customer = message.senderName ?? ticket.requesterName ?? sender;
  const who = message.sender === 'customer' ? customer : sender;
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
        {message.attachments.length > 0 && (
          <ul>
            {message.attachments.map((file) => (
              <Named key={file.id} file={file} />
            ))}
          </ul>
        )}
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

function Named({ file }: { file: Message['attachments'][number] }) {
  const text = useText();
  const type = file.mimeType ?? file.extension;
  return (
    <li>
      {file.filename ?? text.attachmentNoName}
      {type !== null && <span> ({type})</span>}
    </li>
  );
}
