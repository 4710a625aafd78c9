// JSON that came from elsewhere and may be none.

/** What it holds; null for what is no JSON. Its shape is for a schema to check. */
export function readJson(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
