// How a ticket of the demo is written down, with short helpers for its messages and ages.
import type { DemoLanguage, DemoPriority, DemoSender, DemoStatus } from '../types.ts';
import { account } from './account.ts';
import type { DepartmentSlug } from './departments.ts';
import type { ServiceName } from './services.ts';

export interface FileSeed {
  filename: string | null;
  mimeType: string | null;
  /** `at` is when the file was attached, so that logs and invoices carry fitting dates. */
  content: (at: Date) => Uint8Array;
}

export interface MessageSeed {
  from: DemoSender;
  name: string | null;
  /** Minutes before now. */
  ago: number;
  body: string | null;
  encrypted?: boolean;
  withoutTime?: boolean;
  files?: readonly FileSeed[];
}

export interface TicketSeed {
  subject: string | null;
  body: string | null;
  language: DemoLanguage;
  status: DemoStatus;
  priority: DemoPriority;
  department: DepartmentSlug;
  requesterName: string | null;
  /** Minutes before now. */
  opened: number;
  /** Minutes before now of a later change that was no message, e.g. closing. */
  changed?: number;
  /** Left out: the next number. */
  number?: string;
  ccEmails?: string[];
  services?: readonly ServiceName[];
  files?: readonly FileSeed[];
  messages: readonly MessageSeed[];
  /** From an earlier system: what the pages call nullable is null. */
  imported?: boolean;
}

type Extra = Partial<Pick<MessageSeed, 'name' | 'encrypted' | 'withoutTime' | 'files'>>;

/** Text written as a template: the common indentation of the source and the outer blank lines go. */
export function text(strings: TemplateStringsArray): string {
  const lines = (strings[0] ?? '').replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join('\n');
}

export function customer(ago: number, body: string | null, extra: Extra = {}): MessageSeed {
  return { from: 'customer', name: account.name, ago, body, ...extra };
}

export function staff(name: string, ago: number, body: string | null, extra: Extra = {}): MessageSeed {
  return { from: 'staff', name, ago, body, ...extra };
}

export function automatic(ago: number, body: string, extra: Extra = {}): MessageSeed {
  return { from: 'automation', name: null, ago, body, ...extra };
}

export const hours = (count: number): number => count * 60;
export const days = (count: number): number => count * 24 * 60;
