// Reading a JSON body: the object itself, then field by field, collecting every error with its pointer.
import type { Call } from './call.ts';
import type { FieldError } from './problem.ts';
import { problem } from './problem.ts';
import type { DemoResponse } from './types.ts';

export type Fields = Record<string, unknown>;
type BodyResult = { ok: true; fields: Fields } | { ok: false; response: DemoResponse };

/** The JSON object of a request, or the refusal to answer with. */
export function readFields(call: Call): BodyResult {
  const type = call.headers['content-type'];
  if (type !== undefined && !/^application\/json\s*(;|$)/i.test(type)) {
    return { ok: false, response: problem(call, 'unsupported_media_type') };
  }
  const value = parse(call.body);
  if (!isObject(value)) {
    const error = { pointer: '', detail: 'The body must be a JSON object.', code: 'invalid_json' };
    return { ok: false, response: problem(call, 'invalid_request', { errors: [error] }) };
  }
  return { ok: true, fields: value };
}

/** A text that must be there and hold more than blanks. */
export function requiredText(fields: Fields, name: string, errors: FieldError[]): string {
  const value = fields[name];
  if (value === undefined || value === null || value === '') {
    errors.push(missing(`/${name}`, name));
    return '';
  }
  if (typeof value !== 'string' || value.trim() === '') {
    errors.push(wrong(`/${name}`, `\`${name}\` must be a text that is not blank.`));
    return '';
  }
  return value;
}

/** A value that may be absent or null but must be of one type otherwise. */
export function optional<T>(
  fields: Fields,
  name: string,
  type: 'string' | 'boolean',
  errors: FieldError[],
): T | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value === type) return value as T;
  errors.push(wrong(`/${name}`, `\`${name}\` must be a ${type} or null.`));
  return null;
}

/** A field that must be there. */
export function missing(pointer: string, name: string): FieldError {
  return { pointer, detail: `\`${name}\` is required.`, code: 'missing_required' };
}

/** A field whose value is refused. */
export function wrong(pointer: string, detail: string): FieldError {
  return { pointer, detail, code: 'invalid_value' };
}

/** A JSON object, and no list. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
