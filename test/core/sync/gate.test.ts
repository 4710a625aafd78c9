import { describe, expect, it } from 'vitest';
import { longestPause } from '../../../electron/core/sync/gate.ts';
import { settle } from '../../fakes/clock.ts';
import { aGate, quiet } from './a-gate.ts';

describe('the gate', () => {
  it('lets four through at a time and the others in turn', async () => {
    const { gate } = aGate();
    const ends: (() => void)[] = [];
    let started = 0;
    const all = Array.from({ length: 6 }, () =>
      gate.pass(() => {
        started += 1;
        return new Promise<void>((end) => ends.push(end));
      }),
    );
    await settle();
    expect(started).toBe(4);
    ends[0]?.();
    await settle();
    expect(started).toBe(5);
    while (ends.length > 0) {
      ends.shift()?.();
      await settle();
    }
    await Promise.all(all);
    expect(started).toBe(6);
  });

  it('sends nothing before Retry-After has passed', async () => {
    const { clock, gate, ask } = aGate();
    gate.learn({ ...quiet, status: 429, retryAfterMs: 30_000 });
    expect(await ask()).toMatchObject({ ok: false, code: 'rate_limited', retryAt: clock.now() + 30_000 });
    await clock.advance(29_999);
    expect(await ask()).toMatchObject({ ok: false });
    await clock.advance(1);
    expect(await ask()).toBe('sent');
  });

  it('waits at least a second, and longer each time, when the server names no time', () => {
    const { clock, gate } = aGate(null, () => 0.999);
    const pauses = [1, 2, 3, 4].map(() => {
      gate.learn({ ...quiet, status: 429 });
      return gate.notBefore() - clock.now();
    });
    expect(pauses[0]).toBeGreaterThanOrEqual(1_000);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[3]).toBeGreaterThan(pauses[0] as number);
  });

  it('keeps the pause over a restart, but never longer than the longest one', async () => {
    const first = aGate();
    first.gate.learn({ ...quiet, status: 429, retryAfterMs: 120_000 });
    const again = aGate(first.stored());
    expect(await again.ask()).toMatchObject({ ok: false, code: 'rate_limited' });
    const wild = aGate(JSON.stringify({ notBefore: 9e15, refusals: 3, absurd: false }));
    expect(wild.gate.notBefore()).toBe(wild.clock.now() + longestPause);
  });

  it('shows an absurd pause as such, waits an hour at most and then asks', async () => {
    const { clock, gate, ask } = aGate();
    gate.learn({ ...quiet, status: 429, retryAfterMs: 30 * 24 * 3_600_000 });
    expect(await ask()).toMatchObject({ code: 'paused', retryAt: clock.now() + longestPause });
    await clock.advance(longestPause);
    expect(await ask()).toBe('sent');
  });

  it('stops by itself when the server says that nothing is left', async () => {
    const { clock, gate, ask } = aGate();
    gate.learn({ status: 200, retryAfterMs: null, remaining: 0, resetInMs: 10_000 });
    expect(await ask()).toMatchObject({ ok: false, retryAt: clock.now() + 10_000 });
  });

  it('closes for those that waited for a place too', async () => {
    const { gate, ask } = aGate();
    const ends: (() => void)[] = [];
    for (let i = 0; i < 4; i += 1) void gate.pass(() => new Promise<void>((end) => ends.push(end)));
    const waiting = ask();
    await settle();
    gate.learn({ ...quiet, status: 429, retryAfterMs: 5_000 });
    for (const end of ends) end();
    expect(await waiting).toMatchObject({ ok: false, code: 'rate_limited' });
  });

  it('survives junk where its memory was', async () => {
    for (const junk of ['', 'null', '{', '[]', '{"notBefore":"x","refusals":1}'])
      expect(await aGate(junk).ask()).toBe('sent');
  });
});
