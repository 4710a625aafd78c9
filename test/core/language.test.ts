// The language outside the pages: chosen, or the system's.
import { expect, it } from 'vitest';
import { languageOf } from '../../electron/core/language.ts';
import type { SettingsFile } from '../../electron/core/ports.ts';

it.each([
  ['system', 'sv-SE', 'sv'],
  ['system', 'sv', 'sv'],
  ['system', 'en-GB', 'en'],
  ['system', 'de', 'en'],
  ['system', '', 'en'],
  ['system', 'svx', 'en'],
  ['en', 'sv-SE', 'en'],
  ['sv', 'en', 'sv'],
] as const)('%s with a system in %j is %s', (language, systemLanguage, expected) => {
  const settings = { get: () => ({ language }) } as SettingsFile;
  expect(languageOf({ settings, systemLanguage })).toBe(expected);
});
