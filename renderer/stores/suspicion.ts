// What in a text being written looks like a secret, less what its writer has called none. Pure.
import { findSecrets, type SecretKind } from '../secrets/find-secret.ts';
import { strongestFirst } from '../secrets/kinds.ts';

/** The strongest kind found, and every piece of that kind. */
export type Suspicion = { readonly kind: SecretKind; readonly pieces: readonly string[] };

/** @param harmless pieces that the writer called no secret */
export function suspect(text: string, harmless: ReadonlySet<string>): Suspicion | null {
  const found = findSecrets(text)
    .map(({ kind, start, end }) => ({ kind, piece: text.slice(start, end) }))
    .filter(({ piece }) => !harmless.has(piece));
  const kind = strongestFirst.find((wanted) => found.some((span) => span.kind === wanted));
  if (kind === undefined) return null;
  return { kind, pieces: found.filter((span) => span.kind === kind).map(({ piece }) => piece) };
}
