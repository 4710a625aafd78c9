// Closing and reopening the open ticket.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Client } from '../../electron/contract/transport.ts';

export type TicketStatus = {
  /** why the last verb failed */
  readonly refused: ReadonlySignal<Failure | null>;
  readonly acting: ReadonlySignal<boolean>;
  /** Each answers whether it was done. */
  close(): Promise<boolean>;
  reopen(): Promise<boolean>;
  /** The ticket is left: what was said of it is over. */
  forget(): void;
};

/** @param ticketId the open one */
export function createTicketStatus(client: Client, ticketId: ReadonlySignal<string | null>): TicketStatus {
  const refused = signal<Failure | null>(null);
  const acting = signal(false);

  async function act(name: 'ticket.close' | 'ticket.reopen'): Promise<boolean> {
    const meant = ticketId.peek();
    if (meant === null || acting.peek()) return false;
    acting.value = true;
    refused.value = null;
    const answer = await client.call(name, { ticketId: meant });
    acting.value = false;
    if (ticketId.peek() === meant) refused.value = answer.ok ? null : answer;
    return answer.ok;
  }

  return {
    refused,
    acting,
    close: () => act('ticket.close'),
    reopen: () => act('ticket.reopen'),
    forget() {
      refused.value = null;
    },
  };
}
