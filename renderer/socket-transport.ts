// The transport of the preview: JSON text over one WebSocket that comes back by itself.
// A call made while the program is away fails at once; nothing is held back or sent twice.
import * as v from 'valibot';
import type { Transport } from '../electron/contract/transport.ts';
import { readJson } from './read-json.ts';

/** The few members of a WebSocket that are used, so that tests can bring their own. */
export type SocketLike = {
  readyState: number;
  send(data: string): void;
  onopen: ((event: never) => unknown) | null;
  onclose: ((event: never) => unknown) | null;
  onmessage: ((event: never) => unknown) | null;
};

type Parts = {
  /** opens a new socket; called again after each loss */
  readonly open: () => SocketLike;
  readonly later: (run: () => void, milliseconds: number) => unknown;
  readonly onLink: (up: boolean) => void;
};

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (cause: Error) => void };

const AnswerSchema = v.object({ id: v.number(), answer: v.unknown() });
const EventSchema = v.object({ event: v.string(), data: v.unknown() });
/** the `readyState` of a WebSocket that is open */
const isOpen = 1;
/** after each loss, milliseconds */
const backOff = [250, 500, 1_000, 2_000, 4_000];

/** Connects at once and reconnects with back-off (a quarter of a second up to four seconds). */
export function createSocketTransport({ open, later, onLink }: Parts): Transport {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  /** calls made before the very first connection stands */
  let early: string[] | null = [];
  let socket: SocketLike;
  let lastId = 0;
  let losses = 0;

  function connect(): void {
    socket = open();
    socket.onopen = () => {
      losses = 0;
      for (const text of early ?? []) socket.send(text);
      early = null;
      onLink(true);
    };
    socket.onclose = lost;
    socket.onmessage = (event: { data: unknown }) => hear(event.data);
  }

  function lost(): void {
    early = null;
    for (const call of waiting.values()) call.reject(new Error('the program is away'));
    waiting.clear();
    onLink(false);
    later(connect, backOff[Math.min(losses, backOff.length - 1)] ?? 0);
    losses += 1;
  }

  function hear(data: unknown): void {
    const message = readJson(data);
    const answer = v.safeParse(AnswerSchema, message);
    if (answer.success) {
      waiting.get(answer.output.id)?.resolve(answer.output.answer);
      waiting.delete(answer.output.id);
      return;
    }
    const event = v.safeParse(EventSchema, message);
    if (!event.success) return;
    for (const listener of listeners.get(event.output.event) ?? []) listener(event.output.data);
  }

  connect();
  return {
    call(name, input) {
      return new Promise((resolve, reject) => {
        lastId += 1;
        const text = JSON.stringify({ id: lastId, name, input });
        if (early === null && socket.readyState !== isOpen) return reject(new Error('the program is away'));
        waiting.set(lastId, { resolve, reject });
        if (early === null) socket.send(text);
        else early.push(text);
      });
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
  };
}
