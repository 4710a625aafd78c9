// An Http that answers what the test says and keeps what it was asked.

import { createApi } from '../../../electron/core/api/client.ts';
import type { ExchangeOptions } from '../../../electron/core/api/exchange.ts';
import type { Http, HttpAnswer, HttpFailure, HttpRequest } from '../../../electron/core/ports.ts';
import { Secret } from '../../../electron/core/secret.ts';

export const now = Date.parse('2026-04-27T12:00:00.000Z');
type Outcome = HttpAnswer | HttpFailure;

export const answer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  ok: true,
  status,
  headers,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

export function scripted(...outcomes: readonly Outcome[]) {
  const asked: HttpRequest[] = [];
  const left = [...outcomes];
  const next = (request: HttpRequest): Outcome => {
    asked.push(request);
    const outcome = left.length > 1 ? left.shift() : left[0];
    if (!outcome) throw new Error('nothing was scripted');
    return outcome;
  };
  const http: Http = {
    request: async (request) => next(request),
    download: async (request, piece) => {
      const outcome = next(request);
      if (!outcome.ok || outcome.status > 206) return outcome;
      const { status, headers, text } = outcome;
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length; at += 4)
        await piece(bytes.subarray(at, at + 4), { status, headers });
      return { ...outcome, text: '' };
    },
    close: async () => {},
  };
  return { http, asked };
}

/** A client over scripted answers, and the requests it made. */
export function apiOver(outcomes: Outcome | readonly Outcome[], more: Partial<ExchangeOptions> = {}) {
  const { http, asked } = scripted(...[outcomes].flat());
  const api = createApi({ http, key: () => new Secret('key-1'), now: () => now, ...more });
  return { api, asked };
}

/** The summary of the page "List support tickets". */
export const summary = {
  id: 'tkt_01hxa3b4c5d6e7f8g9h0j1k2m3',
  number: '149943',
  subject: 'Question about my hosting account',
  status: 'answered',
  priority: 'low',
  departmentSlug: 'general-web-hosting',
  departmentName: 'General - Web hosting',
  createdAt: '2026-04-27T11:45:00.000Z',
  updatedAt: '2026-04-27T12:05:00.000Z',
  lastMessageAt: '2026-04-27T12:05:00.000Z',
  ccEmails: [] as string[],
  requesterName: 'Jane Example',
  messageCount: 2,
  linkedServices: [
    {
      serviceType: 'hosting',
      serviceId: 'acct_01hxa3b4c5d6e7f8g9h0j1k2m3',
      serviceName: 'example.com',
      details: { status: 'Active', hostname: 'example.com', autoRenew: true },
    },
  ],
};
export const message = {
  id: 'tmsg_01hxa3b4c5d6e7f8g9h0j1k2m3',
  ticketId: summary.id,
  sentAt: '2026-04-27T12:00:00.000Z',
  body: 'Here are the extra details you asked for.',
  sender: 'customer',
  senderName: 'Jane Example',
  encrypted: false,
  attachments: [] as unknown[],
};
export const attachment = {
  id: 'tatt_1',
  filename: 'error-log.txt',
  extension: 'txt',
  mimeType: 'text/plain',
  downloadUrl: `/api/v2/support/attachments/tatt_1?ticketId=${summary.id}`,
};
export const ticket = {
  ...summary,
  body: 'Hello, I need help.',
  attachments: [attachment],
  messages: [message],
};

/** The problem document of the pages. */
export const problem = (status: number, code: string, more: object = {}) => ({
  type: `https://developer.hostup.se/errors/${code}`,
  title: 'Refused',
  status,
  detail: 'Text that nobody may branch on: ticket is closed.',
  code,
  instance: '/api/v2/resource',
  requestId: 'req_01hxa3b4c5d6e7f8g9h0j1k2m3',
  timestamp: '2026-04-27T12:34:56.000Z',
  ...more,
});
