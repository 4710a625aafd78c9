// HostUp as the rest of the core sees it: every call through the gate, with what a send's failure means.
import type { Failure, Result } from '../contract/codes.ts';
import type { TicketPage } from './api/client.ts';
import type { Download, Downloaded } from './api/download.ts';
import type { Applied } from './api/result.ts';
import type { Detail, NewTicket, StoredDepartment, StoredMessage } from './records.ts';

/** What became of a POST. */
export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly applied: Applied; readonly failure: Failure };

export type Remote = {
  /** @param limit 1–100 tickets */
  list(cursor: string | null, limit: number): Promise<Result<TicketPage>>;
  thread(ticketId: string): Promise<Result<Detail>>;
  /** by the number a customer knows, also where only the older call answers */
  byNumber(number: string): Promise<Result<Detail>>;
  departments(): Promise<Result<readonly StoredDepartment[]>>;
  reply(ticketId: string, text: string, encrypted: boolean): Promise<Sent<StoredMessage>>;
  create(ticket: NewTicket): Promise<Sent<Detail>>;
  close(ticketId: string): Promise<Sent<Detail>>;
  reopen(ticketId: string): Promise<Sent<Detail>>;
  /** An attachment's bytes from a place on; see Piece. */
  download: (...given: Parameters<Download>) => Promise<Result<Downloaded>>;
  /** whether the key may write, asked without writing; null when the answer does not tell */
  mayWrite(): Promise<boolean | null>;
  /** server clock minus ours, milliseconds, by the latest `Date` header */
  skew(): number;
};
