// A whole program for the page's tests, in the same process: the contract's own `serve` over typed handlers, with
// everything copied at the border as if it crossed one. Its world is plain data that a test may change.
import { signal } from '@preact/signals';
import type { CallName } from '../../electron/contract/calls.ts';
import { serve } from '../../electron/contract/transport.ts';
import { makeMessage, paragraph } from './program-fixtures.ts';
import { createHandlers } from './program-handlers.ts';
import type { Program, World } from './program-world.ts';

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
    startedAnew: signal(false),
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
