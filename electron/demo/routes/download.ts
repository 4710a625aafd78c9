// GET /api/v2/support/attachments/{id}?ticketId=…: the bytes of a file, whole or one range of them.
import { bytes, type Call } from '../call.ts';
import { missing } from '../fields.ts';
import { problem } from '../problem.ts';
import { readRange } from '../range.ts';
import type { DemoResponse } from '../types.ts';

/** 200, 206 for a range, or 416 for one outside of the file. */
export function download(call: Call): DemoResponse {
  const { world } = call.service;
  const ticketId = call.query.get('ticketId');
  if (!ticketId) return problem(call, 'invalid_request', { errors: [missing('/ticketId', 'ticketId')] });
  const id = call.params[0] ?? '';
  const file = world.files.get(id);
  const ticket = world.find(ticketId);
  if (!file || !ticket || file.ticketId !== ticket.id) return problem(call, 'not_found');

  const content = file.read();
  const size = content.byteLength;
  const etag = `"${id}"`;
  const headers = {
    'content-type': file.mimeType ?? 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.filename ?? id)}`,
    'accept-ranges': 'bytes',
    etag,
  };
  const mayUseRange = (call.headers['if-range'] ?? etag) === etag;
  const range = mayUseRange ? readRange(call.headers.range, size) : 'all';
  if (range === 'all') return bytes(200, content, headers);
  if (range === 'outside') {
    return problem(call, 'range_not_satisfiable', { headers: { 'content-range': `bytes */${size}` } });
  }
  return bytes(206, content.slice(range.from, range.to + 1), {
    ...headers,
    'content-range': `bytes ${range.from}-${range.to}/${size}`,
  });
}
