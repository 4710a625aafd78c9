// The words around how often replies are looked for, and what is told of them, in English.

export const enNotify = {
  pauses: 'Check for replies',
  shortestPause: 'At most',
  longestPause: 'At least',
  pauseAutomatic: 'Automatic',
  pause: (minutes: number) =>
    minutes === 1 ? 'every minute' : minutes === 60 ? 'every hour' : `every ${minutes} min`,
  pausesSays:
    'Automatic: every 15 seconds while you wait and watch, every 15 minutes when no ticket is open. “Check now” never waits.',
};
