// What a route is given, and how it answers. A call knows which of the two error shapes its path speaks.
import type { Listing } from './listing.ts';
import type { Staff } from './staff.ts';
import type { AppliedReply, DemoMask, DemoResponse } from './types.ts';
import type { World } from './world.ts';

/** What all routes share for as long as one stand-in lives. */
export interface Service {
  world: World;
  listing: Listing;
  staff: Staff;
  applied: AppliedReply[];
  mask: () => DemoMask;
  automation: () => boolean;
  oldTimes: 'iso' | 'sql';
}

export interface Call {
  service: Service;
  method: string;
  /** Path without query. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Uint8Array;
  /** The variable parts of the path, decoded, in order. */
  params: string[];
  requestId: string;
}

export type Route = (call: Call) => DemoResponse | Promise<DemoResponse>;

const encoder = new TextEncoder();

/** An answer with this value. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): DemoResponse {
  return bytes(status, encoder.encode(JSON.stringify(value)), {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
}

/** An answer with these bytes and their length. */
export function bytes(status: number, body: Uint8Array, headers: Record<string, string>): DemoResponse {
  return { status, headers: { ...headers, 'content-length': String(body.byteLength) }, body };
}
