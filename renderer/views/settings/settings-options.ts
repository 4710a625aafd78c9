// What the language and the appearance of the page can be, in words.
import type { Settings } from '../../../electron/contract/settings.ts';
import type { Text } from '../../text/en.ts';

type Options<Name extends keyof Settings> = readonly (readonly [Settings[Name], string])[];

export const languages = (text: Text): Options<'language'> => [
  ['system', text.bySystem],
  ['en', 'English'],
  ['sv', 'Svenska'],
];

export const themes = (text: Text): Options<'theme'> => [
  ['system', text.bySystem],
  ['light', text.light],
  ['dark', text.dark],
];
