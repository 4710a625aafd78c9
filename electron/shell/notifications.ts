// The Notifier port over the system's notifications. What to announce is the core's decision; here it is made safe
// to show, kept alive so that a click always finds it, and kept for the page where the system shows nothing.
import type { Announcement, Notifier } from '../core/ports.ts';

/** One notification of the system, as far as it is used. */
export type Native = {
  on(event: 'show' | 'failed' | 'click', listener: () => void): unknown;
  show(): void;
  close(): void;
};

type NotifierParts = {
  readonly isSupported: () => boolean;
  readonly create: (content: { title: string; body: string }) => Native;
  readonly platform: string;
  readonly now: () => number;
  /** runs once after so many milliseconds */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly onClick: (id: string) => void;
};

const longest = { title: 120, body: 300 };
/** A system that has answered neither yes nor no by then shows nothing. */
const patienceMs = 5_000;
/** References to old notifications are let go, oldest first. */
const mostKept = 100;
const mostInPage = 20;

/** @param parts.create makes one of the system’s, not shown yet */
export function createNotifier(parts: NotifierParts): Notifier {
  const natives = new Map<string, Native>();
  let inPage: (Announcement & { readonly at: number })[] = [];

  const drop = (id: string) => {
    natives.get(id)?.close();
    natives.delete(id);
    inPage = inPage.filter((entry) => entry.id !== id);
  };

  function keep(id: string, native: Native): void {
    drop(id);
    natives.set(id, native);
    for (const oldest of natives.keys()) {
      if (natives.size <= mostKept) return;
      natives.delete(oldest);
    }
  }

  function raise(announcement: Announcement): Promise<'shown' | 'failed'> {
    const native = parts.create({
      title: forSystem(announcement.title, longest.title).replaceAll('\n', ' '),
      body: bodyFor(parts.platform, announcement.text),
    });
    keep(announcement.id, native);
    return new Promise((resolve) => {
      const cancel = parts.after(patienceMs, () => resolve('failed'));
      const settle = (outcome: 'shown' | 'failed') => () => {
        cancel();
        resolve(outcome);
      };
      native.on('show', settle('shown'));
      native.on('failed', settle('failed'));
      native.on('click', () => parts.onClick(announcement.id));
      native.show();
    });
  }

  return {
    async show(announcement) {
      const outcome = parts.isSupported() ? await raise(announcement) : 'unsupported';
      if (outcome === 'shown') return outcome;
      drop(announcement.id);
      inPage = [...inPage, { ...announcement, at: parts.now() }].slice(-mostInPage);
      return outcome;
    },
    withdraw: drop,
    inPage: () => inPage,
  };
}

/** On Linux the daemons read tags in the body (and only there), so `& < >` are escaped. */
export function bodyFor(platform: string, text: string): string {
  const short = forSystem(text, longest.body);
  if (platform !== 'linux') return short;
  return short.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as a notification may carry it: lines without control or direction characters, not more than so many of them. */
export function forSystem(text: string, most: number): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) =>
    line
      .replace(/\p{Bidi_Control}/gu, '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  );
  const points = [...lines.filter((line) => line !== '').join('\n')];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('');
}
