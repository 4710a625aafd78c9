// The words around how often replies are looked for, and what is told of them, in English.

export const enNotify = {
  pauses: 'Check for replies',
  shortestPause: 'At most',
  longestPause: 'At least',
  pauseAutomatic: 'Automatic',
  pause: (minutes: number) =>
    minutes === 1 ? 'every minute' : minutes === 60 ? 'every hour' : `every ${minutes} min`,
  pausesSays:
    'Automatic: every 15 seconds while you wait and watch, every 15 minutes when no ticket is open. “Check now” checks at once, unless HostUp has asked for a pause.',
  pausedFor: (left: string) => `Paused, goes on in ${left}.`,
  checkPaused: 'HostUp asked for a pause: checking goes on when it ends.',

  quietHours: 'Quiet hours',
  quietHoursOn: 'No notifications between two times',
  quietFrom: 'From',
  quietTo: 'To',
  quietHoursSays: (from: string, to: string) =>
    `From ${from} to ${to} only critical tickets are heard. At ${to} you are told once what is still unread.`,
  quietNever: 'The same time twice: it is never quiet.',

  testNotification: 'Send a test notification',
  testBecame: {
    shown: 'The system took it. If you see nothing, look in its settings for notifications.',
    unsupported: 'This system shows no notifications, so it stands in this window.',
    failed:
      'The system refused it, so it stands in this window. Look in the system’s settings for notifications.',
  },

  told: 'Notification history',
  toldEarlier: 'Show earlier ones',
  nothingTold: 'Nothing told yet',
  nothingToldSays: 'Each reply from HostUp stands here: when you were told of it, or why not.',
  fates: {
    shown: 'shown',
    clicked: 'opened from the notification',
    replied: 'shown, and you replied',
    read: 'shown, and read here',
    'in-front': 'not shown: you were looking at the ticket',
    answered: 'not shown: you had already replied',
    muted: 'not shown: the ticket is muted',
    unsupported: 'shown in the window only: the system shows no notifications',
    failed: 'shown in the window only: the system refused it',
    'quiet-hours': 'not shown: quiet hours',
    'not-shown': 'not shown',
  },
};
