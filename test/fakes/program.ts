// A whole program for the page's tests, in the same process: the contract's own `serve` over typed handlers, with
// everything copied at the border as if it crossed one. Its world is plain data that a test may change.
import { type Signal, signal } from '@preact/signals';
import type { CallName } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/codes.ts';
import type {
  Connection,
  Department,
  Draft,
  Message,
  Notice,
  Outgoing,
  Session,
  Settings,
} from '../../electron/contract/model.ts';
import { serve, type Transport } from '../../electron/contract/transport.ts';
import { type FakeTicket, makeMessage, otherTickets, paragraph, serverTicket } from './program-fixtures.ts';
import { createHandlers } from './program-handlers.ts';

export type World = {
  session: Session;
  connection: Connection;
  settings: Settings;
  tickets: FakeTicket[];
  drafts: Map<string, Draft>;
  outgoing: Outgoing[];
  notices: Notice[];
  departments: { complete: boolean; departments: Department[] };
  /** the key that `session.connect` accepts, and what others are told */
  goodKey: string;
  badKey: Failure;
  /** a reply goes: to HostUp at once, or stays in a state */
  delivery: 'sent' | 'queued' | 'unknown' | 'needs-user' | 'rejected';
  /** failures on order: the call answers this instead of doing its work */
  refuse: Map<CallName, Failure>;
  /** milliseconds that a call takes */
  delay: Map<CallName, number>;
  quickTicket: string | null;
};

export type Program = {
  readonly world: World;
  readonly transport: Transport;
  /** false while the page should believe that the program is gone */
  readonly link: Signal<boolean>;
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
    settings: { language: 'system', theme: 'system' },
    tickets: [serverTicket(now), ...otherTickets(now)],
    drafts: new Map([
      [
        'tkt_invoice',
        { text: 'Det gäller faktura 2025-1107.', encrypted: false, savedAt: now - 3 * 3_600_000 },
      ],
    ]),
    outgoing: [],
    notices: [],
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
    delivery: 'sent',
    refuse: new Map(),
    delay: new Map(),
    quickTicket: 'tkt_vps',
  };
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** @param now epoch milliseconds; asked each time */
export function createProgram(world: World, now: () => number): Program {
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const link = signal(true);
  const heard: { name: string; input: unknown }[] = [];
  let rev = 0;

  const tell = (event: string, data: unknown) => {
    if (!link.peek()) return;
    for (const listener of listeners.get(event) ?? []) listener(structuredClone(data));
  };
  const program: Program = {
    world,
    link,
    heard,
    now,
    changed(...topics) {
      rev += 1;
      tell('changed', { topics, rev });
    },
    show: (ticketId) => tell('show', { ticketId }),
    arrive(ticketId, text, change = {}) {
      const ticket = world.tickets.find(({ row }) => row.id === ticketId);
      if (ticket === undefined) return;
      const id = `tmsg_new${ticket.messages.length}`;
      ticket.messages.push(
        makeMessage({ id, sentAt: now(), unread: true, blocks: [paragraph(text)], ...change }),
      );
      ticket.row = {
        ...ticket.row,
        turn: 'you',
        turnSince: now(),
        lastActivityAt: now(),
        unread: true,
        preview: { sender: 'staff', name: 'Kim Lindqvist', text, encrypted: false },
      };
      program.changed('tickets', `ticket:${ticketId}`);
    },
    transport: {
      async call(name, input) {
        heard.push({ name, input: structuredClone(input) });
        if (!link.peek()) throw new Error('the program is away');
        const pause = world.delay.get(name as CallName);
        if (pause !== undefined) await wait(pause);
        if (!link.peek()) throw new Error('the program went away');
        const refused = world.refuse.get(name as CallName);
        if (refused !== undefined) return structuredClone(refused);
        return structuredClone(await answer({ id: 'page' }, name, structuredClone(input)));
      },
      on(event, listener) {
        const known = listeners.get(event) ?? new Set();
        listeners.set(event, known.add(listener));
        return () => known.delete(listener);
      },
    },
  };
  const answer = serve(
    createHandlers(program),
    () => true,
    (name, cause) => {
      throw new Error(`the fake program has a bug in ${name}`, { cause });
    },
  );
  return program;
}
