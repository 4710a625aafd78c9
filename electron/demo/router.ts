// Which route answers a path. Authentication, scopes and limits are the business of api.ts.
import type { Route } from './call.ts';
import { close, reopen } from './routes/actions.ts';
import { createTicket } from './routes/create.ts';
import { departments } from './routes/departments.ts';
import { detail } from './routes/detail.ts';
import { download } from './routes/download.ts';
import { list } from './routes/list.ts';
import { olderDetail } from './routes/older-detail.ts';
import { reply } from './routes/reply.ts';
import { upload } from './routes/upload.ts';
import type { DemoScope } from './types.ts';

interface Entry {
  method: string;
  path: RegExp;
  scope: DemoScope;
  route: Route;
  /** Largest body in bytes. */
  maxBody?: number;
}

export const largestJson = 1024 * 1024;
const largestUpload = 25 * 1024 * 1024;
const v2 = '/api/v2/support';

const entries: readonly Entry[] = [
  { method: 'GET', path: at(`${v2}/tickets`), scope: 'read:support', route: list },
  { method: 'POST', path: at(`${v2}/tickets`), scope: 'write:support', route: createTicket },
  { method: 'GET', path: at(`${v2}/tickets/:`), scope: 'read:support', route: detail },
  { method: 'POST', path: at(`${v2}/tickets/:/messages`), scope: 'write:support', route: reply },
  { method: 'POST', path: at(`${v2}/tickets/:/actions/close`), scope: 'write:support', route: close },
  { method: 'POST', path: at(`${v2}/tickets/:/actions/reopen`), scope: 'write:support', route: reopen },
  { method: 'GET', path: at(`${v2}/departments`), scope: 'read:account', route: departments },
  { method: 'GET', path: at(`${v2}/attachments/:`), scope: 'read:support', route: download },
  {
    method: 'POST',
    path: at(`${v2}/attachments`),
    scope: 'write:support',
    route: upload,
    maxBody: largestUpload,
  },
  { method: 'GET', path: at('/api/support/tickets/:'), scope: 'read:support', route: olderDetail },
];

export interface Match {
  /** Null: the path exists, the method does not. */
  entry: Entry | null;
  allowed: string[];
  params: string[];
}

/** The route for a path, or null where the path itself is unknown. */
export function match(method: string, path: string): Match | null {
  const found = entries.filter((entry) => entry.path.test(path));
  const [first] = found;
  const params = first?.path.exec(path)?.slice(1).map(decode);
  if (!params || params.includes(null)) return null;
  const entry = found.find((candidate) => candidate.method === method) ?? null;
  const allowed = found.map((candidate) => candidate.method);
  return { entry, allowed, params: params.filter((param) => param !== null) };
}

function at(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(':', '([^/]+)')}$`);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
