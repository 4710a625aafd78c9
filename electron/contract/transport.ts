// Both ends of the one way between page and program: `serve` checks sender, shape and runs the handler;
// `client` is its mirror. Knows no Electron, no socket: a transport is two functions.
import * as v from 'valibot';
import { type CallName, type Calls, calls, type Input, type Output } from './calls.ts';
import { type Failure, FailureSchema, failure, type Result } from './codes.ts';
import { type EventData, type EventName, events } from './events.ts';

/** What a handler may learn about who asks: an opaque window or socket. */
export type Sender = { readonly id: string };
export type Handlers = {
  readonly [N in CallName]: (input: Input<N>, from: Sender) => Result<Output<N>> | Promise<Result<Output<N>>>;
};

export type Transport = {
  /** Sends a call; the promise settles with whatever the other side answered. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Hears an event; answers the way to stop hearing it. */
  on(event: string, listener: (data: unknown) => void): () => void;
};

export type Client = {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  on<N extends EventName>(event: N, listener: (data: EventData<N>) => void): () => void;
};

/**
 * Answers calls from untrusted senders. Every outcome is an answer, never silence.
 * @param isOurs whether a sender is a page of ours; asked before anything is read
 * @param onBug hears what only bugs throw, with the call's name and never its input
 */
export function serve<S extends Sender>(
  handlers: Handlers,
  isOurs: (sender: S) => boolean,
  onBug: (name: string, cause: unknown) => void,
): (sender: S, name: unknown, input: unknown) => Promise<Result<unknown>> {
  return async (sender, name, input) => {
    try {
      if (!isOurs(sender)) return failure('foreign_sender');
      if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return failure('bad_call');
      const callName = name as CallName;
      const read = readInput(callName, input);
      if (read === null) return failure('bad_call');
      const handler = handlers[callName] as (input: unknown, from: Sender) => Promise<Result<unknown>>;
      return await handler(read.input, sender);
    } catch (cause) {
      onBug(typeof name === 'string' ? name.slice(0, 80) : typeof name, cause);
      return failure('internal');
    }
  };
}

/** The input as the contract has it, or null. Whatever throws while it is read is junk and no bug of ours. */
function readInput(name: CallName, input: unknown): { readonly input: unknown } | null {
  try {
    if (Array.isArray(input) || !isPlain(input, 0)) return null;
    const parsed = v.safeParse(calls[name].input, input);
    return parsed.success ? { input: parsed.output } : null;
  } catch {
    return null;
  }
}

/** No call nests deeper (a ring would), and none has a longer list. */
const deepest = 4;
const longestList = 200;

/**
 * Only what JSON can say. A schema takes any object for an object: a list, a date, bytes or an instance of a class
 * would do where all fields are optional, and so would fields that are inherited or computed.
 */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  const isList = Array.isArray(value);
  if (isList ? value.length > longestList : !isRecord(value)) return false;
  const fields = Object.values(Object.getOwnPropertyDescriptors(value));
  // A list has its `length` beside its items and nothing else.
  if (isList && fields.length !== value.length + 1) return false;
  return fields.every((field) => 'value' in field && isPlain(field.value, depth + 1));
}

/** Made by `{}`, here or in another realm, whose prototype is another object but has none above it, either. */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The page's end: typed calls and events over a transport, with answers checked against the contract. */
export function client(transport: Transport): Client {
  return {
    async call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
      let answer: unknown;
      try {
        answer = await transport.call(name, input);
      } catch {
        return failure('disconnected');
      }
      return readAnswer(name, answer);
    },
    on(event, listener) {
      return transport.on(event, (data) => {
        const parsed = v.safeParse(events[event], data);
        if (parsed.success) listener(parsed.output as never);
      });
    },
  };
}

function readAnswer<N extends CallName>(name: N, answer: unknown): Result<Output<N>> {
  const refused = v.safeParse(FailureSchema, answer);
  if (refused.success) return refused.output as Failure;
  const schema = v.object({ ok: v.literal(true), value: (calls as Calls)[name].output as v.GenericSchema });
  const parsed = v.safeParse(schema, answer);
  return parsed.success ? (parsed.output as Result<Output<N>>) : failure('bad_call');
}
