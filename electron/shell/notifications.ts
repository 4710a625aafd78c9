// The Notifier port over the system's notifications. What to announce is the core's decision; here it is made safe
// to show, kept alive so that a click always finds it, and kept for the page where the system shows nothing.
import type { Announcement, Notifier } from '../core/ports.ts';

/** One notification of the system, as far as it is used. */
export type Native = {
  on(event: 'show' | 'failed' | 'click', listener: () => void): unknown;
  show(): void;
  close(): void;
};

export type NotifierParts = {
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
      title: forSystem(announcement.title, longest.title, 'plain'),
      body: forSystem(announcement.text, longest.body, parts.platform === 'linux' ? 'markup' : 'plain'),
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

/**
 * Text as a notification may carry it: one run without control or direction characters, not too long, and on Linux
 * (`markup`) with the characters escaped that the notification daemons read as tags in the body.
 */
export function forSystem(text: string, most: number, kind: 'plain' | 'markup'): string {
  const runs = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\p{Bidi_Control}/gu, '');
  const points = [...runs.replace(/ {2,}/g, ' ').trim()];
  const short = points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('');
  if (kind === 'plain') return short;
  return short.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
