// The one door to the rules that notice a secret in text being written. Pure and synchronous: it runs at every
// keystroke, in time linear in the length of the text, and hands nothing to anybody but its caller.
import { findAnswers } from './answers.ts';
import { findCards } from './cards.ts';
import { findInCommands } from './commands.ts';
import { compose } from './composed.ts';
import { findConnections } from './connections.ts';
import { type SecretSpan, strongestFirst } from './kinds.ts';
import { findLabelledCodes } from './labelled-codes.ts';
import { findLabelledPasswords } from './labelled-passwords.ts';
import { findLabelledTokens } from './labelled-tokens.ts';
import { findLoginPairs } from './login-pairs.ts';
import { findNearbyPasswords } from './nearby-passwords.ts';
import { findNearbyTokens } from './nearby-tokens.ts';
import { findPrivateKeys } from './private-keys.ts';
import { findInTables } from './tables.ts';
import { findTokenShapes } from './token-shapes.ts';

export type { SecretKind } from './kinds.ts';

const rules = [
  findPrivateKeys,
  findConnections,
  findTokenShapes,
  findLabelledTokens,
  findCards,
  findInCommands,
  findLabelledPasswords,
  findLabelledCodes,
  findLoginPairs,
  findInTables,
  findAnswers,
  findNearbyPasswords,
  findNearbyTokens,
];

const rank = (span: SecretSpan) => strongestFirst.indexOf(span.kind);

/** Every secret found, in the order of the text; where two overlap, the stronger kind stays. */
export function findSecrets(text: string): readonly SecretSpan[] {
  const composed = compose(text);
  const found = rules.flatMap((rule) => rule(composed.text)).sort((a, b) => rank(a) - rank(b));
  const kept: SecretSpan[] = [];
  for (const span of found) {
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  }
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({ kind, start: composed.original(start), end: composed.original(end) }));
}
