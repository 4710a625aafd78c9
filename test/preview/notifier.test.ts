import { describe, expect, it } from 'vitest';
import { pageNotifier } from '../../electron/preview/notifier.ts';

const clock = { now: () => 7, after: () => () => undefined };
const notice = (id: string) => ({
  id,
  accountId: 'acc',
  ticketId: 'acc/t',
  title: `Title ${id}`,
  text: 'Text',
});

describe('pageNotifier', () => {
  it('keeps what was shown until it is withdrawn', async () => {
    const notifier = pageNotifier(clock);
    expect(await notifier.show(notice('a'))).toBe('shown');
    await notifier.show(notice('b'));
    expect(notifier.inPage()).toEqual([
      { ...notice('a'), at: 7 },
      { ...notice('b'), at: 7 },
    ]);
    notifier.withdraw('a');
    notifier.withdraw('never there');
    expect(notifier.inPage().map(({ id }) => id)).toEqual(['b']);
  });

  it('shows one of the same id once, and no more than the latest twenty', async () => {
    const notifier = pageNotifier(clock);
    for (let n = 0; n < 50; n += 1) await notifier.show(notice(String(n)));
    await notifier.show(notice('40'));
    const ids = notifier.inPage().map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(ids.at(-1)).toBe('40');
    expect(new Set(ids).size).toBe(20);
  });
});
