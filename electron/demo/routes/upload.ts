// POST /api/v2/support/attachments: multipart `file` (and `ticketId`); a temporary upload that nothing refers to.
import { type Call, json } from '../call.ts';
import { missing } from '../fields.ts';
import { extensionOf } from '../plant.ts';
import { problem } from '../problem.ts';
import type { DemoResponse } from '../types.ts';

const keptForMs = 60 * 60 * 1000;

/** 201 with the temporary id, which is good for an hour. */
export async function upload(call: Call): Promise<DemoResponse> {
  const { world } = call.service;
  const type = call.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) return problem(call, 'unsupported_media_type');
  const form = await readForm(call.body, type);
  const file = form?.get('file');
  if (!(file instanceof File))
    return problem(call, 'invalid_request', { errors: [missing('/file', 'file')] });
  const ticketId = form?.get('ticketId') ?? null;
  if (typeof ticketId === 'string' && !world.find(ticketId)) return problem(call, 'not_found');

  const at = world.now();
  return json(201, {
    id: world.newId('satt', at),
    filename: file.name,
    extension: extensionOf(file.name),
    mimeType: file.type || 'application/octet-stream',
    size: file.size,
    ticketId,
    expiresAt: new Date(at + keptForMs).toISOString(),
  });
}

async function readForm(body: Uint8Array, type: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}
