// Answers to the questions that stand in for a forgotten password: "Security question: … Answer: …". Knows no password.
import { mostPerRule, type SecretSpan } from './kinds.ts';
import { isPlaceholder } from './placeholders.ts';
import { isOrdinaryWord } from './words.ts';

const patterns = [
  /(?:question|fråg(?:a|an|or))(?<=(?:(?:security|secret) |säkerhets|kontroll|hemliga? )\p{L}{1,8})[^\n]{0,80}?(?:answer|svar(?:et)?)(?: is| är)?[:= ]{1,3}([^\n.,;]{3,40})/giu,
  /(?:svar(?:et)? på (?:min |den )?(?:säkerhets|kontroll|hemliga )frågan|(?:security|secret) answer|answer to (?:the|my) (?:security|secret) question|säkerhetssvaret)(?: is| är)?[:= ]{1,3}([^\n.,;]{3,40})/gi,
];

export function findAnswers(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const pattern of patterns) {
    let looked = 0;
    for (const { 0: all, 1: answer = '', index } of text.matchAll(pattern)) {
      const value = answer.trim();
      const start = index + all.indexOf(answer, all.length - answer.length);
      // a sentence about an answer begins with such a word
      if (!isOrdinaryWord(value.split(' ', 1)[0] ?? '') && !isPlaceholder(value))
        spans.push({ kind: 'password', start, end: start + value.length });
      looked += 1;
      if (looked >= mostPerRule) break;
    }
  }
  return spans;
}
