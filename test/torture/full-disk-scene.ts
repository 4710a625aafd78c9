// The program on a disk that fills up, a customer who types, and an account of what she was promised.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import { createStores } from '../../electron/adapters/stores.ts';
import type { Input, Output } from '../../electron/contract/calls.ts';
import type { Result } from '../../electron/contract/codes.ts';
import type { Log } from '../../electron/core/ports.ts';
import { StoreError } from '../../electron/core/records.ts';
import { DEMO_KEY } from '../../electron/demo/api.ts';
import type { DemoApiOptions } from '../../electron/demo/types.ts';
import { createFaultyHttp } from '../fakes/faulty-http.ts';
import { createDisk } from '../fakes/full-disk.ts';
import { theOnly } from '../fakes/own-ids.ts';
import { createWorldUnderTest, type Program } from '../fakes/program-under-test.ts';

/** A small disk of its own, for what no wrapper can imitate. */
export type RealDisk = { readonly folder: string; fill(): void; empty(): void };

type Reply = { readonly input: Input<'reply.send'>; promised: boolean; discarded: boolean };
type NewTicket = { readonly input: Input<'ticket.create'>; promised: boolean };
type Draft = { readonly ticketId: string; readonly text: string; readonly encrypted: boolean };

export type Scene = Awaited<ReturnType<typeof createScene>>;

export async function createScene(api: Partial<DemoApiOptions>, real: RealDisk | null) {
  const folder = mkdtempSync(join(real?.folder ?? tmpdir(), 'full-disk-'));
  const disk = createDisk(openBetter, real ?? undefined);
  const faults = createFaultyHttp((ms, task) => void world.clock.after(ms, task));
  const said: string[] = [];
  let refused = 0;
  const log: Log = {
    info: () => {},
    warn: () => {},
    error(event, cause) {
      if (!(cause instanceof StoreError)) said.push(`bug logged (${event}): ${String(cause)}`);
    },
  };
  const world = createWorldUnderTest({
    api: { tickets: 0, ...api },
    wrap: faults.wrap,
    ports: { stores: createStores({ folder, open: disk.open }), log },
  });
  const tickets = ['VPS svarar inte', 'Faktura'].map((subject) => world.api.addTicket({ subject }));
  const [first = '', second = ''] = tickets.map(({ id }) => id);
  const replies: Reply[] = [];
  const newTickets: NewTicket[] = [];
  const drafts = new Map<string, Draft | null>();
  let program: Program = await world.start();

  async function call<N extends Parameters<Program['page']['call']>[0]>(
    name: N,
    input: Input<N>,
  ): Promise<Result<Output<N>>> {
    const answer = await program.page.call(name, input);
    if (!answer.ok && answer.code === 'store_full') refused += 1;
    else if (!answer.ok) said.push(`${name} answered ${answer.code}`);
    return answer;
  }

  async function type(ticketId: string, text: string, encrypted = false): Promise<void> {
    const draft = { ticketId, text, encrypted };
    const answer = await call('draft.save', draft);
    if (answer.ok) drafts.set(ticketId, text === '' && !encrypted ? null : draft);
  }

  async function send(ticketId: string, text: string, more: { encrypted?: boolean; reopen?: boolean } = {}) {
    const input = {
      id: `reply-${replies.length + 1}`,
      ticketId,
      text,
      encrypted: more.encrypted ?? false,
      reopen: more.reopen ?? false,
    };
    const reply: Reply = { input, promised: false, discarded: false };
    replies.push(reply);
    await attempt(reply);
    return input.id;
  }

  async function attempt(reply: Reply): Promise<void> {
    const answer = await call('reply.send', reply.input);
    reply.promised ||= answer.ok;
    if (answer.ok) drafts.set(reply.input.ticketId, null);
  }

  async function create(subject: string): Promise<void> {
    const input = {
      id: `ticket-${newTickets.length + 1}`,
      account: theOnly,
      departmentSlug: 'general-web-hosting',
      subject,
      message: `${subject}: vad kan jag göra?`,
      priority: 'medium' as const,
      ccEmails: [],
      criticalReason: null,
      service: null,
    };
    const ticket: NewTicket = { input, promised: false };
    newTickets.push(ticket);
    await attemptTicket(ticket);
  }

  /** The call answers after the first outcome, so time must go on meanwhile. */
  async function attemptTicket(ticket: NewTicket): Promise<void> {
    const answer = call('ticket.create', ticket.input);
    await world.clock.advance(20_000);
    ticket.promised ||= (await answer).ok;
  }

  return {
    world,
    disk,
    faults,
    tickets: [first, second] as const,
    replies,
    newTickets,
    drafts,
    said,
    /** calls that were answered with "the disk is full" */
    refused: () => refused,
    call,
    type,
    send,
    create,
    async discard(id: string): Promise<void> {
      const reply = replies.find(({ input }) => input.id === id);
      if (!reply?.promised) return;
      const answer = await call('outbox.discard', { id });
      reply.discarded = answer.ok;
    },
    /** takes a waiting reply back into the composer */
    async edit(id: string): Promise<void> {
      const reply = replies.find(({ input }) => input.id === id);
      if (!reply?.promised) return;
      const answer = await call('outbox.edit', { id });
      if (!answer.ok) return;
      reply.discarded = true;
      const { text, encrypted } = answer.value;
      drafts.set(reply.input.ticketId, { ticketId: reply.input.ticketId, text, encrypted });
    },
    async signIn(): Promise<void> {
      await call('session.connect', { apiKey: DEMO_KEY });
      await world.clock.advance(2_000);
    },
    /** ends the program and starts it on the same files */
    async restart(): Promise<void> {
      await program.app.stop();
      program = await world.start();
    },
    /** presses once more what was answered with a failure */
    async again(): Promise<void> {
      for (const reply of replies) if (!reply.promised) await attempt(reply);
      for (const ticket of newTickets) if (!ticket.promised) await attemptTicket(ticket);
    },
    async remove(): Promise<void> {
      disk.empty();
      await program.app.stop();
      world.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
