import { describe, expect, it } from 'vitest';
import { codes } from '../../electron/contract/codes.ts';
import { en } from '../../renderer/text/en.ts';
import { sv } from '../../renderer/text/sv.ts';
import { chooseWords } from '../../renderer/text/text.ts';

/** Every word with its path; functions are called with sample values, the first of which is `count`. */
function flatten(value: unknown, path = '', count = 3): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(count, 7))]];
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, `${path}/${key}`, count));
}
const manyOf =
  /^1 (tickets|replies|drafts|messages|characters|answers|days|hits|filters|ärenden|olästa|meddelanden|dagar|träffar)/;

describe.each([
  ['English', en],
  ['Swedish', sv],
] as const)('%s', (_name, text) => {
  it('has a sentence and a way forward for every code', () => {
    for (const code of codes) {
      expect(text.codes[code].says, code).toMatch(/^\p{Lu}.*\.$/u);
      expect(text.codes[code].next, code).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('has no empty, doubled or unfinished words', () => {
    for (const [path, word] of flatten(text)) {
      expect(word.trim(), path).not.toBe('');
      expect(word, path).not.toMatch(/undefined|NaN|\[object|TODO|\s{2}/);
    }
  });

  it('tells of one thing as of one', () => {
    for (const [path, word] of flatten(text, '', 1)) expect(word, path).not.toMatch(manyOf);
  });
});

it('has the same words in both languages', () => {
  expect(
    flatten(sv)
      .map(([path]) => path)
      .sort(),
  ).toEqual(
    flatten(en)
      .map(([path]) => path)
      .sort(),
  );
});

it('is translated: few words are the same in both', () => {
  const swedish = new Map(flatten(sv));
  const same = flatten(en).filter(([path, word]) => swedish.get(path) === word && word.length > 12);
  expect(same.map(([, word]) => word)).toEqual(['HostUp Support']);
});

it('keeps the names that tests and screen readers rely on', () => {
  expect([
    en.tickets,
    en.conversation,
    en.reply,
    en.encrypted,
    en.send,
    en.searchTickets,
    en.connection,
    en.sendAgain,
    en.checkAgain,
    en.copyText,
    en.discard,
    en.apiKey,
    en.connect,
    en.tryDemo,
    en.notifications,
    en.open,
  ]).toEqual([
    'Tickets',
    'Conversation',
    'Reply',
    'Encrypted',
    'Send',
    'Search tickets',
    'Connection',
    'Send again',
    'Check again',
    'Copy text',
    'Discard',
    'API key',
    'Connect',
    'Try the demo',
    'Notifications',
    'Open',
  ]);
  expect(sv.encrypted).toBe('Krypterad');
});

describe('the language', () => {
  it.each([
    ['system', ['sv-SE', 'en'], 'sv'],
    ['system', ['de-DE', 'sv'], 'sv'],
    ['system', ['de-DE'], 'en'],
    ['system', ['en-US', 'sv-SE'], 'en'],
    ['en', ['sv-SE'], 'en'],
    ['sv', ['en-GB'], 'sv'],
    [null, ['sv'], 'sv'],
    [null, [], 'en'],
  ] as const)('is, with %s and %j, %s', (setting, languages, expected) => {
    expect(chooseWords(setting, languages).language).toBe(expected);
  });
});
