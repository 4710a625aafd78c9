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
  /** also those taken back meanwhile: the system may still show them */
  const unanswered = new Set<Native>();
  let inPage: (Announcement & { readonly at: number })[] = [];

  const drop = (id: string) => {
    natives.get(id)?.close();
    natives.delete(id);
    inPage = inPage.filter((entry) => entry.id !== id);
  };

  function raise({ id, title, text }: Announcement): Promise<'shown' | 'failed'> {
    const native = parts.create({
      title: forSystem(title, longest.title).replaceAll('\n', ' '),
      body: bodyFor(parts.platform, text),
    });
    drop(id);
    natives.set(id, native);
    forgetOldest(natives);
    unanswered.add(native);
    forgetOldest(unanswered);
    return answerOf(native, parts, {
      onAnswer() {
        unanswered.delete(native);
        // the system had nothing to close when it was taken back, or told in the page
        if (natives.get(id) !== native) native.close();
      },
      onClick: () => parts.onClick(id),
    });
  }

  function showInPage(announcement: Announcement): void {
    drop(announcement.id);
    inPage = [...inPage, { ...announcement, at: parts.now() }].slice(-mostInPage);
  }

  return {
    async show(announcement) {
      if (!parts.isSupported()) {
        showInPage(announcement);
        return 'unsupported';
      }
      const outcome = await raise(announcement);
      const isTakenBack = !natives.has(announcement.id);
      if (outcome === 'failed' && !isTakenBack) showInPage(announcement);
      return outcome;
    },
    withdraw: drop,
    inPage: () => inPage,
  };
}

/** Shows it; answers what the system says in good time. */
function answerOf(
  native: Native,
  { after }: Pick<NotifierParts, 'after'>,
  told: { readonly onAnswer: () => void; readonly onClick: () => void },
): Promise<'shown' | 'failed'> {
  return new Promise((resolve) => {
    const cancel = after(patienceMs, () => resolve('failed'));
    const settle = (outcome: 'shown' | 'failed') => () => {
      cancel();
      told.onAnswer();
      resolve(outcome);
    };
    native.on('show', settle('shown'));
    native.on('failed', settle('failed'));
    native.on('click', told.onClick);
    native.show();
  });
}

function forgetOldest<K>(kept: Pick<Map<K, unknown>, 'size' | 'keys' | 'delete'>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) return;
    kept.delete(oldest);
  }
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
