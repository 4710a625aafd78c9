// Which of the two languages a customer writes, so that staff answers in the same one.
import type { DemoLanguage } from './types.ts';

const swedish = /[åäö]|\b(hej|tack|jag|och|inte|det|är|har|kan|som|ni|fungerar|ok då|mvh)\b/gi;
const english = /\b(hi|hello|thanks|thank|you|the|and|not|is|have|can|please|it|we|my|regards)\b/gi;

/** @param fallback where nothing speaks for one of them */
export function guessLanguage(text: string, fallback: DemoLanguage): DemoLanguage {
  const inSwedish = text.match(swedish)?.length ?? 0;
  const inEnglish = text.match(english)?.length ?? 0;
  if (inSwedish === inEnglish) return fallback;
  return inSwedish > inEnglish ? 'sv' : 'en';
}
