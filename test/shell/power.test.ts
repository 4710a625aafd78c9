import { describe, expect, it } from 'vitest';
import { watchPower } from '../../electron/shell/power.ts';

function setUp() {
  const listeners = new Map<string, () => void>();
  const woken: string[] = [];
  let online = true;
  let look = () => {};
  watchPower({
    power: { on: (event: string, listener: () => void) => listeners.set(event, listener) } as never,
    isOnline: () => online,
    clock: {
      now: () => 0,
      after(_ms, task) {
        look = task;
        return () => undefined;
      },
    },
    wake: (reason) => woken.push(reason),
  });
  const network = (is: boolean) => {
    online = is;
    look();
  };
  return { woken, network, system: (event: string) => listeners.get(event)?.() };
}

describe('waking up', () => {
  it('is told when the machine resumes and when it is unlocked', () => {
    const { woken, system } = setUp();
    system('resume');
    system('unlock-screen');
    expect(woken).toEqual(['resume', 'unlock']);
  });

  it('is told when the network comes back, once each time', () => {
    const { woken, network } = setUp();
    for (const is of [true, false, false, true, true, false, true]) network(is);
    expect(woken).toEqual(['online', 'online']);
  });
});
