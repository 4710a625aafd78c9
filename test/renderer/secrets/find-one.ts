// Of all that is found in a text, what the tables of examples speak about.
import { findSecrets } from '../../../renderer/secrets/find-secret.ts';
import { type SecretKind, strongestFirst } from '../../../renderer/secrets/kinds.ts';

/** The strongest kind of secret in the text; null if nothing in it looks like one. */
export function findSecret(text: string): SecretKind | null {
  const kinds = new Set(findSecrets(text).map(({ kind }) => kind));
  return strongestFirst.find((kind) => kinds.has(kind)) ?? null;
}
