import { describe, expect, it } from 'vitest';
import { bodyFor, createNotifier, forSystem, type Native } from '../../electron/shell/notifications.ts';

type Answer = 'show' | 'failed' | 'nothing';

function setUp({ supported = true, answer = 'show' as Answer, platform = 'linux' } = {}) {
  const shown: {
    title: string;
    body: string;
    closed: boolean;
    click: () => void;
    answer: (how: 'show' | 'failed') => void;
  }[] = [];
  const clicked: string[] = [];
  const timers: (() => void)[] = [];
  const notifier = createNotifier({
    isSupported: () => supported,
    platform,
    now: () => 1_000,
    after: (_ms, task) => {
      timers.push(task);
      return () => timers.splice(timers.indexOf(task), 1);
    },
    onClick: (id) => clicked.push(id),
    create(content): Native {
      const listeners = new Map<string, () => void>();
      const entry = {
        ...content,
        closed: false,
        click: () => listeners.get('click')?.(),
        answer: (how: 'show' | 'failed') => listeners.get(how)?.(),
      };
      return {
        on: (event, listener) => listeners.set(event, listener),
        show() {
          shown.push(entry);
          if (answer !== 'nothing') listeners.get(answer)?.();
        },
        close: () => {
          entry.closed = true;
        },
      };
    },
  });
  return { notifier, shown, clicked, timers };
}

const announcement = (id: string, text = 'Hej') => ({
  id,
  accountId: 'acc',
  ticketId: `acc/tkt_${id}`,
  title: 'Ärende 12',
  text,
});

describe('notifications of the system', () => {
  it('are shown, and a click says which it was', async () => {
    const { notifier, shown, clicked, timers } = setUp();
    expect(await notifier.show(announcement('1'))).toBe('shown');
    expect(await notifier.show(announcement('2'))).toBe('shown');
    shown[0]?.click();
    shown[1]?.click();
    expect(clicked).toEqual(['1', '2']);
    expect(shown.map(({ title, body }) => [title, body])).toEqual([
      ['Ärende 12', 'Hej'],
      ['Ärende 12', 'Hej'],
    ]);
    expect([notifier.inPage(), timers]).toEqual([[], []]);
  });

  it('are taken back', async () => {
    const { notifier, shown } = setUp();
    await notifier.show(announcement('1'));
    notifier.withdraw('1');
    notifier.withdraw('1');
    notifier.withdraw('never-shown');
    expect(shown[0]?.closed).toBe(true);
  });

  it('are taken back as soon as the system shows them, where it had not answered yet', async () => {
    const { notifier, shown } = setUp({ answer: 'nothing' });
    const outcome = notifier.show(announcement('1'));
    notifier.withdraw('1');
    const [late] = shown;
    // the system had nothing to close yet
    if (late) late.closed = false;
    late?.answer('show');
    expect([await outcome, late?.closed, notifier.inPage()]).toEqual(['shown', true, []]);
  });

  it('are taken back where the system shows them only after they came into the page', async () => {
    const { notifier, shown, timers } = setUp({ answer: 'nothing' });
    const outcome = notifier.show(announcement('1'));
    timers[0]?.();
    expect(await outcome).toBe('failed');
    const [late] = shown;
    if (late) late.closed = false;
    late?.answer('show');
    expect([late?.closed, notifier.inPage().length]).toEqual([true, 1]);
  });

  it('do not come into the page when they were taken back before the system refused them', async () => {
    const { notifier, shown } = setUp({ answer: 'nothing' });
    const outcome = notifier.show(announcement('1'));
    notifier.withdraw('1');
    shown[0]?.answer('failed');
    expect([await outcome, notifier.inPage()]).toEqual(['failed', []]);
  });

  it('replace an older one of the same id', async () => {
    const { notifier, shown } = setUp();
    await notifier.show(announcement('1', 'old'));
    await notifier.show(announcement('1', 'new'));
    expect(shown.map(({ body, closed }) => [body, closed])).toEqual([
      ['old', true],
      ['new', false],
    ]);
  });

  it.each([
    ['does not know notifications', { supported: false }, 'unsupported'],
    ['refuses them', { answer: 'failed' as Answer }, 'failed'],
  ])('come into the page where the system %s', async (_why, options, outcome) => {
    const { notifier } = setUp(options);
    expect(await notifier.show(announcement('1', '<b>Hej</b>'))).toBe(outcome);
    expect(notifier.inPage()).toEqual([{ ...announcement('1', '<b>Hej</b>'), at: 1_000 }]);
    notifier.withdraw('1');
    expect(notifier.inPage()).toEqual([]);
  });

  it('come into the page when the system never answers', async () => {
    const { notifier, timers } = setUp({ answer: 'nothing' });
    const outcome = notifier.show(announcement('1'));
    timers[0]?.();
    expect(await outcome).toBe('failed');
    expect(notifier.inPage()).toHaveLength(1);
  });

  it('are kept in the page twenty at most', async () => {
    const { notifier } = setUp({ supported: false });
    for (let at = 0; at < 50; at += 1) await notifier.show(announcement(String(at)));
    expect(notifier.inPage().map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, at) => String(30 + at)),
    );
  });

  it('escape markup in the body where the system reads markup, and only there', async () => {
    const linux = setUp();
    await linux.notifier.show({ ...announcement('1', '<b>5 & 6</b>'), title: 'A < B' });
    expect(linux.shown[0]).toMatchObject({ title: 'A < B', body: '&lt;b&gt;5 &amp; 6&lt;/b&gt;' });
    const windows = setUp({ platform: 'win32' });
    await windows.notifier.show(announcement('1', '<b>5 & 6</b>'));
    expect(windows.shown[0]).toMatchObject({ body: '<b>5 & 6</b>' });
  });
});

describe('text for a notification', () => {
  it.each([
    ['Hej\r\n\n\tdär  du', 'Hej\ndär du'],
    ['a\u0000b\u001b[31mc', 'a b [31mc'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['\u2066x\u2069\u200F', 'x'],
    ['a\u2028b', 'a\nb'],
    ['  ', ''],
    ['Åäö – 👩‍💻', 'Åäö – 👩‍💻'],
  ])('%j becomes %j', (text, expected) => {
    expect(forSystem(text, 300)).toBe(expected);
  });

  it('is cut between characters, not inside one', () => {
    expect(forSystem('😀'.repeat(10), 4)).toBe('😀😀😀…');
    expect(bodyFor('linux', '&'.repeat(500))).toBe(`${'&amp;'.repeat(299)}…`);
    expect(forSystem('abcd', 4)).toBe('abcd');
    expect(forSystem('x'.repeat(1_000_000), 300)).toHaveLength(300);
  });
});
