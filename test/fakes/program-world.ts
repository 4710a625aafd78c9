// What the fake program holds, as plain data, and the remote control that a test has over it.
import type { Signal } from '@preact/signals';
import type { CallName, Output } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Connection, Draft, Message, Notice, Outgoing, Session } from '../../electron/contract/model.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import type { Told } from '../../electron/contract/told.ts';
import type { Transport } from '../../electron/contract/transport.ts';
import { type FakeFiles, noFiles } from './program-downloads.ts';
import type { FakeTicket } from './program-fixtures.ts';
import { otherTickets } from './program-more-tickets.ts';
import { serverTicket } from './program-tickets.ts';

export type World = {
  /** `accounts` of a single one: only its id, name and colour count, the rest is as the whole */
  session: Session;
  connection: Connection;
  /** of single accounts, where that is another than `connection`; by id */
  connections: Map<string, Partial<Connection>>;
  settings: Settings;
  tickets: FakeTicket[];
  drafts: Map<string, Draft>;
  outgoing: Outgoing[];
  /** what was filled in for new tickets, by the id of the reply on its way */
  forms: Map<string, Output<'outbox.editTicket'>>;
  notices: Notice[];
  /** the latest first */
  told: Told[];
  testBecomes: Output<'notices.test'>['outcome'];
  departments: Output<'tickets.departments'>;
  /** the key that `session.connect` accepts, and what others are told */
  goodKey: string;
  badKey: Failure;
  /** keys that accounts have already */
  usedKeys: string[];
  /** a reply goes: to HostUp at once, or stays in a state */
  delivery: 'sent' | 'queued' | 'unknown' | 'needs-user' | 'rejected';
  /** failures on order: the call answers this instead of doing its work */
  refuse: Map<CallName, Failure>;
  /** milliseconds that a call takes */
  delay: Map<CallName, number>;
  files: FakeFiles;
  quickTicket: string | null;
  /** why single tickets cannot be closed, by id */
  refuseClosing: Map<string, Failure>;
  /** conversations that were never fetched, so that no search looks into them */
  unfetched: number;
  /** no conversation has been answered yet */
  noHistory: boolean;
  /** accounts whose conversations cannot be read */
  unreadable: string[];
  /** what was copied through the program; null: it has no clipboard */
  copied: { readonly text: string; readonly secret: boolean }[] | null;
};

export type Program = {
  readonly world: World;
  readonly transport: Transport;
  /** false while the page should believe that the program is gone */
  readonly link: Signal<boolean>;
  /** true while it should believe that another start of the program answers in its place */
  readonly startedAnew: Signal<boolean>;
  /** every call that came in, with its input */
  readonly heard: { readonly name: string; readonly input: unknown }[];
  changed(...topics: string[]): void;
  show(ticketId: string | null): void;
  /** A message of HostUp's staff arrives now. */
  arrive(ticketId: string, text: string, change?: Partial<Message>): void;
  now(): number;
};

export function createWorld(now: number): World {
  return {
    session: {
      state: 'signed-in',
      accounts: [],
      demo: false,
      canWrite: true,
      keyIn: 'keychain',
      durable: true,
      problem: null,
      warnings: [],
      version: '0.1.0',
      platform: 'linux',
    },
    connection: {
      state: 'up-to-date',
      checkedAt: now - 12_000,
      nextCheckAt: now + 48_000,
      progress: null,
      problem: null,
    },
    connections: new Map(),
    settings: defaultSettings,
    tickets: [serverTicket(now), ...otherTickets(now)],
    drafts: new Map([
      [
        'tkt_invoice',
        {
          text: 'Det gäller faktura 2025-1107.',
          encrypted: false,
          savedAt: now - 3 * 3_600_000,
          seenUpTo: null,
        },
      ],
    ]),
    outgoing: [],
    forms: new Map(),
    notices: [],
    told: [],
    testBecomes: 'shown',
    departments: {
      complete: true,
      departments: [
        { slug: 'vps', name: 'VPS', description: 'Virtual servers: network, console, reinstallation.' },
        { slug: 'hosting', name: 'Web hosting', description: 'Web pages, e-mail and databases.' },
        { slug: 'billing', name: 'Fakturering', description: 'Invoices and payments.' },
      ],
    },
    goodKey: 'hu_live_good',
    badKey: { ok: false, code: 'unauthorized', status: 401, requestId: 'req_7f3a91c2' },
    usedKeys: ['hu_live_used'],
    delivery: 'sent',
    refuse: new Map(),
    delay: new Map(),
    files: noFiles(),
    quickTicket: 'tkt_vps',
    refuseClosing: new Map(),
    unfetched: 0,
    noHistory: false,
    unreadable: [],
    copied: null,
  };
}
