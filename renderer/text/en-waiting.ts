// The words about waiting times in English.
import { number, plural } from './en-numbers.ts';

export const enWaiting = {
  waits: {
    title: 'Waiting times',
    says: (answers: number) =>
      `How long HostUp took to answer you: ${plural(answers, 'answer', 'answers')} in the conversations kept here. Automatic messages do not count.`,
    missing: (names: string) => `Without ${names}, whose conversations cannot be read right now.`,
    none: 'No answers yet',
    noneSays: 'Once HostUp has answered your tickets, you see here how long that usually takes.',
    noneOfDepartment: 'This department has not answered you yet.',
    department: 'Department',
    allDepartments: 'All departments',
    byDepartment: 'By department',
    byHour: 'By hour of the day',
    byHourSays: (zone: string) => `The hour at which you wrote, in your own time (${zone}).`,
    first: 'First reply',
    next: 'Next reply',
    firstOf: 'first reply, from opening the ticket',
    nextOf: 'next reply, from a later message of yours',
    asTable: 'Show as table',
    asChart: 'Show as chart',
    reply: 'Reply',
    hour: 'Hour',
    median: 'Median',
    range: 'Usual range',
    answers: 'Answers',
    between: (low: string, high: string) => `${low} – ${high}`,
    count: (answers: number) => plural(answers, 'answer', 'answers'),
    tooFew: 'too few to say',
    noAnswers: 'no answers',
    legendMedian: 'Median: half of the answers came sooner',
    legendRange: 'Usual range: without the quickest and the slowest tenth',
    legendFew: (fewest: number) => `Fewer than ${fewest} answers: too few to say`,
    scale: 'The scale is logarithmic.',
    underMinute: 'under 1 min',
    waited: (time: string) => `Waiting for ${time}.`,
    usual: (time: string, answers: number) =>
      `Usually answered within ${time} (median of ${number(answers)}).`,
    longer: 'Nine in ten answers came sooner than this.',
  },
};
