import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../electron/contract/transport.ts';
import { among, createChanges } from '../../../renderer/stores/changes.ts';

function createSource() {
  let tell: (data: { topics: string[]; rev: number }) => void = () => {};
  const source = {
    on: (_event: string, listener: typeof tell) => {
      tell = listener;
      return () => {};
    },
  } as unknown as Client;
  const link = signal(true);
  const changes = createChanges(source, link);
  const asked: string[] = [];
  changes.watch(among('tickets'), () => asked.push('tickets'));
  changes.watch(among('outbox'), () => asked.push('outbox'));
  return { tell: (rev: number, ...topics: string[]) => tell({ topics, rev }), link, asked, changes };
}

describe('what changed is asked again', () => {
  it('asks only who cares', () => {
    const { tell, asked } = createSource();
    tell(1, 'tickets', 'ticket:x');
    tell(2, 'settings');
    expect(asked).toEqual(['tickets']);
  });

  it('asks everything again after a missed event, and after a program that began anew', () => {
    const { tell, asked } = createSource();
    tell(7, 'settings');
    tell(9, 'settings');
    expect(asked).toEqual(['tickets', 'outbox']);
    tell(1, 'settings');
    expect(asked).toHaveLength(4);
  });

  it('asks everything again when a lost link is back, once', () => {
    const { tell, asked, link } = createSource();
    tell(1, 'settings');
    link.value = false;
    expect(asked).toEqual([]);
    link.value = true;
    expect(asked).toEqual(['tickets', 'outbox']);
    tell(5, 'settings');
    expect(asked).toHaveLength(2);
  });

  it('stops asking for who has left', () => {
    const { tell, asked, changes } = createSource();
    const stop = changes.watch(among('tickets'), () => asked.push('left'));
    stop();
    tell(1, 'tickets');
    expect(asked).toEqual(['tickets']);
  });
});
