// What the rules can find. Knows no rule.

export type SecretKind = 'password' | 'private-key' | 'token' | 'card' | 'connection-string';

/** A secret in a text: `start` and `end` are indices of UTF-16 units, `end` is exclusive. */
export type SecretSpan = { readonly kind: SecretKind; readonly start: number; readonly end: number };

export const strongestFirst: readonly SecretKind[] = [
  'private-key',
  'connection-string',
  'token',
  'card',
  'password',
];

/** More than anybody will mark; a rule stops here, so that hostile text can't make it collect without end. */
export const mostPerRule = 50;

/** Labels that a rule looks at; far more than any text that is written or pasted has, and an upper limit to its time. */
export const mostLabels = 400;
