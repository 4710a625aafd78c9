// A typed text that is nothing but a ticket's number.

/** The number in it, without what may stand around it; null for any other text. */
export const numberOf = (text: string): string | null => /^\s*#?(\d{2,20})\s*$/.exec(text)?.[1] ?? null;
