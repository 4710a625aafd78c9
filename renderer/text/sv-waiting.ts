// The words about waiting times in Swedish.
import type { Text } from './en.ts';
import type { enWaiting } from './en-waiting.ts';
import { number, plural } from './sv-numbers.ts';

export const svWaiting: Pick<Text, keyof typeof enWaiting> = {
  waits: {
    title: 'Väntetider',
    says: (answers) =>
      `Så lång tid har HostUp behövt för att svara dig: ${plural(answers, 'svar', 'svar')} i konversationerna som finns här. Automatiska meddelanden räknas inte.`,
    missing: (names) => `Utan ${names}, vars konversationer inte går att läsa just nu.`,
    none: 'Inga svar än',
    noneSays: 'När HostUp har svarat på dina ärenden ser du här hur lång tid det brukar ta.',
    noneOfDepartment: 'Den här avdelningen har inte svarat dig än.',
    department: 'Avdelning',
    allDepartments: 'Alla avdelningar',
    byDepartment: 'Per avdelning',
    byHour: 'Per timme på dygnet',
    byHourSays: (zone) => `Timmen då du skrev, i din egen tid (${zone}).`,
    first: 'Första svaret',
    next: 'Nästa svar',
    firstOf: 'första svaret, från att ärendet öppnades',
    nextOf: 'nästa svar, från ett senare meddelande från dig',
    asTable: 'Visa som tabell',
    asChart: 'Visa som diagram',
    reply: 'Svar',
    hour: 'Timme',
    median: 'Median',
    range: 'Vanligt intervall',
    answers: 'Antal svar',
    between: (low, high) => `${low} – ${high}`,
    count: (answers) => plural(answers, 'svar', 'svar'),
    tooFew: 'för få för att säga något',
    noAnswers: 'inga svar',
    legendMedian: 'Median: hälften av svaren kom tidigare',
    legendRange: 'Vanligt intervall: utan den snabbaste och den långsammaste tiondelen',
    legendFew: (fewest) => `Färre än ${fewest} svar: för få för att säga något`,
    scale: 'Skalan är logaritmisk.',
    underMinute: 'under 1 min',
    waited: (time) => `Har väntat i ${time}.`,
    usual: (time, answers) => `Brukar besvaras inom ${time} (median av ${number(answers)}).`,
    longer: 'Nio av tio svar har kommit tidigare än så.',
  },
};
