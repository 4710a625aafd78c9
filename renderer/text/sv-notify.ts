// The words around how often replies are looked for, and what is told of them, in Swedish.
import type { Text } from './en.ts';
import type { enNotify } from './en-notify.ts';

export const svNotify: Pick<Text, keyof typeof enNotify> = {
  pauses: 'Hämta svar',
  shortestPause: 'Högst',
  longestPause: 'Minst',
  pauseAutomatic: 'Automatiskt',
  pause: (minutes) =>
    minutes === 1 ? 'varje minut' : minutes === 60 ? 'varje timme' : `var ${minutes}:e minut`,
  pausesSays:
    'Automatiskt: var 15:e sekund när du väntar och tittar, var 15:e minut när inget ärende är öppet. ”Hämta nu” väntar aldrig.',
};
