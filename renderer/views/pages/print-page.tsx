// The page that is printed: fetches the ticket in parts, and says when all of it is there. The program prints it to a PDF,
// a browser asks its user.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { PrintPart } from '../../../electron/contract/attachment-calls.ts';
import { type Failure, type Result, success } from '../../../electron/contract/codes.ts';
import type { Ticket } from '../../../electron/contract/model.ts';
import type { Client } from '../../../electron/contract/transport.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { FailureNote } from '../notices/failure-note.tsx';
import { PrintSheet } from './print-sheet.tsx';

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
      {printed !== null && <PrintSheet printed={printed} />}
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
  const back = () => route.go({ page: 'main', ticketId });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') back();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [ticketId]);
  return (
    <div class="print-tools">
      <Button icon="back" shortcut="Escape" onPress={back}>
        {text.back}
      </Button>
      <p>{text.files.printSays}</p>
      <Button kind="primary" onPress={() => print()}>
        {text.files.print}
      </Button>
    </div>
  );
}
