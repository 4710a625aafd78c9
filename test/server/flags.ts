// The flags of `npm run mock-api`: read, checked, or refused in one sentence.
import { parseArgs } from 'node:util';
import { limits } from '../../electron/contract/calls.ts';
import type { DemoApiOptions, DemoOrder, DemoScope } from '../../electron/demo/types.ts';

type MockApiOptions = Pick<DemoApiOptions, 'tickets' | 'order' | 'staffReplyAfterMs' | 'rateLimit'> & {
  port: number;
  /** one per account */
  keys: readonly string[];
  scopes: readonly DemoScope[];
};
type FlagsResult = { ok: true; options: MockApiOptions } | { ok: false; sentence: string };

const names = [
  'port',
  'tickets',
  'accounts',
  'order',
  'key',
  'scopes',
  'staff-reply-ms',
  'rate-limit',
] as const;
type Name = (typeof names)[number];
type Values = Partial<Record<Name, string>>;

const orders: readonly DemoOrder[] = ['recent', 'oldest', 'number', 'shuffled'];
const allScopes: readonly DemoScope[] = ['read:support', 'write:support', 'read:account'];

/** `defaultKey` is the key to use where none is named; that of a second account ends in `-2`, and so on. */
export function readFlags(args: readonly string[], defaultKey: string): FlagsResult {
  const collected = collect(args);
  if (typeof collected === 'string') return { ok: false, sentence: collected };
  const refusals: string[] = [];
  const whole = (name: Name, lowest: number, highest: number): number | undefined => {
    const text = collected[name];
    if (text === undefined) return undefined;
    const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
    if (value >= lowest && value <= highest) return value;
    refusals.push(`--${name} takes a whole number from ${lowest} to ${highest}, not "${text}".`);
    return undefined;
  };

  const port = whole('port', 0, 65_535) ?? 0;
  const tickets = whole('tickets', 0, 1_000_000);
  const accounts = whole('accounts', 1, limits.accounts) ?? 1;
  const isNever = collected['staff-reply-ms'] === 'never';
  const staffReplyAfterMs = isNever ? null : whole('staff-reply-ms', 0, 86_400_000);
  const requests = whole('rate-limit', 1, 1_000_000);
  const rateLimit = requests === undefined ? undefined : { requests, perMs: 60_000 };
  const order = orders.find((known) => known === collected.order);
  if (collected.order !== undefined && !order) {
    refusals.push(`--order takes one of ${orders.join(', ')}, not "${collected.order}".`);
  }
  const scopes = readScopes(collected.scopes);
  if (!scopes) refusals.push(`--scopes takes a list of ${allScopes.join(', ')}, not "${collected.scopes}".`);
  const key = collected.key ?? defaultKey;
  if (!/^[\x21-\x7e]+$/.test(key)) refusals.push('--key takes visible ASCII characters without blanks.');

  const [sentence] = refusals;
  if (sentence !== undefined || !scopes) return { ok: false, sentence: sentence ?? '' };
  const keys = Array.from({ length: accounts }, (_, index) => (index === 0 ? key : `${key}-${index + 1}`));
  return { ok: true, options: { port, tickets, order, keys, scopes, staffReplyAfterMs, rateLimit } };
}

function collect(args: readonly string[]): Values | string {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values: Values = {};
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return `"${token.value}" is not a flag; the flags are ${list()}.`;
    const name = names.find((known) => known === token.name);
    if (!name) return `Unknown flag ${token.rawName}; the flags are ${list()}.`;
    if (typeof token.value !== 'string' || token.value === '') return `--${name} needs a value.`;
    values[name] = token.value;
  }
  return values;
}

function list(): string {
  return names.map((name) => `--${name}`).join(', ');
}

function readScopes(text: string | undefined): readonly DemoScope[] | null {
  if (text === undefined) return allScopes;
  const scopes = text.split(',').map((name) => allScopes.find((known) => known === name.trim()));
  return scopes.every((scope) => scope !== undefined) ? scopes : null;
}
