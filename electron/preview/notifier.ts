// Notifications of the preview: kept in memory and shown by the page, because there is no desktop behind it.
import type { Announcement, Clock, Notifier } from '../core/ports.ts';

const most = 20;

/** Keeps the latest 20; "shown" means that the page will show it. */
export function pageNotifier(clock: Clock): Notifier {
  let kept: (Announcement & { readonly at: number })[] = [];
  return {
    async show(announcement) {
      const others = kept.filter((entry) => entry.id !== announcement.id);
      kept = [...others, { ...announcement, at: clock.now() }].slice(-most);
      return 'shown';
    },
    withdraw(id) {
      kept = kept.filter((entry) => entry.id !== id);
    },
    inPage: () => kept,
  };
}
