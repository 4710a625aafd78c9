// What must hold after kills: of the files on disk, and of the replies at HostUp.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBetter } from '../../electron/adapters/sqlite-better.ts';
import type { Outgoing } from '../../electron/contract/model.ts';
import { Secret } from '../../electron/core/secret.ts';
import type { AppliedReply } from '../../electron/demo/types.ts';
import type { Reply } from './kills-customer.ts';

const databases = ['cache.db', 'outbox.db'] as const;
const expected = /^((cache|outbox)\.db(\.new)?(-wal|-shm|-journal)?|reserve)$/;

/** Opens copies of both databases, so that what the killed process left behind stays as it is. */
export function judgeFiles(home: string, key: string): string | null {
  if (!existsSync(home)) return null;
  const odd = readdirSync(home).find((name) => !expected.test(name));
  if (odd) return `${odd} was left behind`;
  const copies = join(home, '..', 'copies');
  mkdirSync(copies, { recursive: true });
  try {
    for (const name of databases) {
      const wrong = judgeFile(home, copies, name, key);
      if (wrong) return `${name}: ${wrong}`;
    }
    return null;
  } finally {
    rmSync(copies, { recursive: true });
  }
}

function judgeFile(home: string, copies: string, name: string, key: string): string | null {
  for (const file of [name, `${name}-wal`])
    if (existsSync(join(home, file))) copyFileSync(join(home, file), join(copies, file));
  if (!existsSync(join(copies, name))) return null;
  const db = openBetter(join(copies, name), new Secret(key));
  try {
    const found = db.pragma('integrity_check');
    return found === 'ok' ? null : `integrity_check says ${found}`;
  } catch (cause) {
    return `cannot be checked: ${String(cause)}`;
  } finally {
    db.close();
  }
}

type Account = {
  readonly replies: readonly Reply[];
  readonly applied: readonly AppliedReply[];
  /** every row of the outbox that a thread shows */
  readonly rows: ReadonlyMap<string, Outgoing>;
};

/** Everything typed is accounted for; nobody pressed "Send again", so nothing may be there twice. */
export function judgeReplies({ replies, applied, rows }: Account): string | null {
  for (const { input, state } of replies) {
    const name = input.text.slice(0, 20);
    const times = applied.filter(({ message }) => message === input.text);
    if (times.length > 1) return `"${name}" applied ${times.length} times`;
    if (state === 'refused' && times.length > 0) return `"${name}" was never taken and was applied`;
    if (times.some(({ encrypted }) => encrypted !== input.encrypted)) return `"${name}" lost its mark`;
    const row = rows.get(input.id);
    if (state === 'promised' && row?.state !== 'sent') return `"${name}" is ${row?.state}`;
    if (state === 'promised' && times[0]?.id !== row?.messageId)
      return `"${name}" is sent as ${row?.messageId}, HostUp has ${times[0]?.id}`;
  }
  return judgeOrder(replies, applied);
}

function judgeOrder(replies: readonly Reply[], applied: readonly AppliedReply[]): string | null {
  const last = new Map<string, number>();
  for (const { ticketId, message } of applied) {
    const place = replies.findIndex(({ input }) => input.text === message);
    if (place < (last.get(ticketId) ?? -1)) return `"${message.slice(0, 20)}" went out too late`;
    last.set(ticketId, place);
  }
  return null;
}
