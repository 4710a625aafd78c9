// `POST /__control` with JSON `{op, …}`: the strings of the stand-in for a test in another process.
// Answers `{ok: true, value}` or, with 400, `{ok: false, error}`. Only for tests; it asks for no key.
import type { DemoApi } from '../../electron/demo/api.ts';
import type { DemoRequest, DemoResponse } from '../../electron/demo/types.ts';
import type { Fault, Faults } from './faults.ts';

/** The part of a test server that can be controlled. */
interface Controlled {
  api: DemoApi;
  faults: Faults;
  log: () => unknown[];
  clearLog: () => void;
  setOffline: (offline: boolean) => Promise<void>;
}

/** What each `op` takes; what it answers is what the function of the same name answers. */
interface ControlOps {
  staffReply: { ticketId: string; text: string; encrypted?: boolean; senderName?: string; at?: number };
  customerReply: { ticketId: string; text: string; encrypted?: boolean; senderName?: string; at?: number };
  addTicket: { ticket?: Parameters<DemoApi['addTicket']>[0] };
  closeTicket: { ticketId: string };
  removeTicket: { ticketId: string };
  setStatus: { ticketId: string; status: Parameters<DemoApi['setStatus']>[1] };
  setKey: { key: string; scopes: Parameters<DemoApi['setKey']>[1] };
  setRateLimit: { limit: Parameters<DemoApi['setRateLimit']>[0] };
  setMask: { mask: Parameters<DemoApi['setMask']>[0] };
  tickets: object;
  applied: object;
  log: object;
  clearLog: object;
  /** `path` is the source of a regular expression; `times: 0` means until cleared (JSON knows no Infinity). */
  fault: { fault: Omit<Fault, 'path'> & { path?: string } };
  clearFaults: object;
  /** Unreachable for `ms`, then back by itself, for the control is unreachable, too. */
  offline: { ms: number };
}

type ControlOp = keyof ControlOps;
export type ControlMessage = { [Op in ControlOp]: { op: Op } & ControlOps[Op] }[ControlOp];

export async function answerControl(server: Controlled, request: DemoRequest): Promise<DemoResponse> {
  try {
    const message = JSON.parse(new TextDecoder().decode(request.body ?? new Uint8Array())) as ControlMessage;
    return answer(200, { ok: true, value: run(server, message) ?? null });
  } catch (error) {
    return answer(400, { ok: false, error: error instanceof Error ? error.message : 'unknown' });
  }
}

function run(server: Controlled, message: ControlMessage): unknown {
  const { api, faults } = server;
  switch (message.op) {
    case 'staffReply':
      return api.staffReply(message.ticketId, message.text, message);
    case 'customerReply':
      return api.customerReply(message.ticketId, message.text, message);
    case 'addTicket':
      return api.addTicket(message.ticket);
    case 'closeTicket':
      return api.closeTicket(message.ticketId);
    case 'removeTicket':
      return api.removeTicket(message.ticketId);
    case 'setStatus':
      return api.setStatus(message.ticketId, message.status);
    case 'setKey':
      return api.setKey(message.key, message.scopes);
    case 'setRateLimit':
      return api.setRateLimit(message.limit);
    case 'setMask':
      return api.setMask(message.mask);
    case 'tickets':
      return api.tickets();
    case 'applied':
      return api.applied();
    case 'log':
      return server.log();
    case 'clearLog':
      return server.clearLog();
    case 'fault':
      faults.add({ ...message.fault, times: message.fault.times === 0 ? Infinity : message.fault.times });
      return null;
    case 'clearFaults':
      return faults.clear();
    case 'offline':
      return goOffline(server, message.ms);
    default:
      throw new Error(`unknown op: ${JSON.stringify(message)}`);
  }
}

// A moment later, so that the answer to this very request gets through.
function goOffline(server: Controlled, ms: number): void {
  if (!(ms > 0)) throw new Error('offline needs ms, greater than 0');
  setTimeout(() => void server.setOffline(true), 20);
  setTimeout(() => void server.setOffline(false), 20 + ms);
}

function answer(status: number, value: unknown): DemoResponse {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return { status, headers: { 'content-type': 'application/json' }, body };
}
