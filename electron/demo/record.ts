// How the stand-in keeps a ticket: the wire fields plus what only the stand-in needs.
import type { DemoLanguage, DemoTicket } from './types.ts';

export interface TicketRecord extends Omit<DemoTicket, 'messageCount'> {
  language: DemoLanguage;
  /** Mirrors `updatedAt` in epoch milliseconds, for sorting without parsing. */
  changedAt: number;
  /** Fixed place in the shuffled order. */
  rank: number;
}

export interface StoredFile {
  ticketId: string;
  filename: string | null;
  mimeType: string | null;
  /** Drawn when it is asked for, so that an account full of files starts at once. */
  read: () => Uint8Array;
}
