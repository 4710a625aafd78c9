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
    'Automatiskt: var 15:e sekund när du väntar och tittar, var 15:e minut när inget ärende är öppet. ”Hämta nu” hämtar genast, om inte HostUp har bett om en paus.',
  pausedFor: (left) => `Pausat, fortsätter om ${left}.`,
  checkPaused: 'HostUp har bett om en paus: hämtningen fortsätter när den är slut.',

  quietHours: 'Tysta timmar',
  quietHoursOn: 'Inga aviseringar mellan två klockslag',
  quietFrom: 'Från',
  quietTo: 'Till',
  quietHoursSays: (from, to) =>
    `Från ${from} till ${to} hörs bara kritiska ärenden. Klockan ${to} får du en avisering om det som fortfarande är oläst.`,
  quietNever: 'Samma klockslag två gånger: det är aldrig tyst.',

  testNotification: 'Skicka en testavisering',
  testBecame: {
    shown: 'Systemet tog emot den. Om du inte ser något: titta i systemets inställningar för aviseringar.',
    unsupported: 'Systemet visar inga aviseringar, så den står i det här fönstret.',
    failed:
      'Systemet avvisade den, så den står i det här fönstret. Titta i systemets inställningar för aviseringar.',
  },

  told: 'Aviseringshistorik',
  toldEarlier: 'Visa tidigare',
  nothingTold: 'Inget aviserat än',
  nothingToldSays: 'Här står varje svar från HostUp: när du fick en avisering om det, eller varför inte.',
  fates: {
    shown: 'visades',
    clicked: 'öppnades från aviseringen',
    replied: 'visades, och du svarade',
    read: 'visades, och lästes här',
    'in-front': 'visades inte: du tittade på ärendet',
    answered: 'visades inte: du hade redan svarat',
    muted: 'visades inte: ärendet är tystat',
    unsupported: 'visades bara i fönstret: systemet visar inga aviseringar',
    failed: 'visades bara i fönstret: systemet avvisade den',
    'quiet-hours': 'visades inte: tysta timmar',
    'not-shown': 'visades inte',
  },
};
