// Snoozing: the times it offers, until a reply, or a time of the user's own.

import { snoozeTimes } from '../ticket/snooze-times.ts';
import { snooze } from '../ticket/ticket-changes.ts';
import type { TicketCommand } from './command.ts';
import { spotForMenu } from './menu-spot.ts';

export const snoozeCommand: TicketCommand = {
  name: 'snooze',
  icon: 'moon',
  label: (text) => text.snooze,
  allowed: (_, rows) => rows.some(({ status }) => status !== 'closed'),
  run: (stores, rows) => stores.screen.showMenu({ rows, at: spotForMenu(), first: 'snooze' }),
  choices(stores, rows) {
    const { text, dates } = stores.words.peek();
    const now = Date.now();
    const times = snoozeTimes(now);
    const at = (label: string, time: number | null, shown: (time: number) => string) =>
      time === null ? [] : [{ label, detail: shown(time), run: () => void snooze(stores, rows, time) }];
    const asleep = rows.filter(({ snoozedUntil }) => snoozedUntil !== null);
    return [
      ...at(text.snoozeTimes.laterToday, times.laterToday, dates.time),
      ...at(text.snoozeTimes.tomorrow, times.tomorrow, dates.time),
      ...at(text.snoozeTimes.nextWeek, times.nextWeek, (time) => dates.ahead(time, now)),
      { label: text.snoozeTimes.reply, run: () => void snooze(stores, rows, 'reply') },
      { label: text.snoozeTimes.own, apart: true, run: () => stores.screen.askAbout('snooze', rows) },
      ...(asleep.length === 0
        ? []
        : [{ label: text.snoozeTimes.end, run: () => void snooze(stores, asleep, null) }]),
    ];
  },
};
