import { describe, expect, it } from 'vitest';
import { createDesktop, type Kind, type Pane } from '../../electron/shell/desktop.ts';

function setUp() {
  const log: string[] = [];
  const open: Record<string, () => void> = {};
  const destroyed = new Set<string>();
  let windows = 0;
  const desktop = createDesktop({
    clipboard: { read: () => '', write: () => {} },
    open(kind: Kind, hash: string): Pane {
      windows += 1;
      const id = `window-${windows}`;
      log.push(`${id} opens ${kind} ${hash}`);
      return {
        id,
        bringToFront: () => log.push(`${id} to the front`),
        tell: (event, data) => log.push(`${id} hears ${event} ${JSON.stringify(data)}`),
        close: () => open[id]?.(),
        onClosed: (listener) => {
          open[id] = listener;
        },
        isGone: () => destroyed.has(id),
      };
    },
    openExternal: async () => true,
    onGone: (id) => log.push(`${id} is gone`),
  });
  const take = () => log.splice(0);
  return { desktop, take, destroyed, userCloses: (id: string) => open[id]?.() };
}

describe('windows', () => {
  it('open once, at the ticket asked for, and come to the front afterwards', () => {
    const { desktop, take } = setUp();
    desktop.openMain('tkt_å/1');
    desktop.openMain(null);
    expect(take()).toEqual(['window-1 opens main #/ticket/tkt_%C3%A5%2F1', 'window-1 to the front']);
  });

  it('open anew after they were closed', () => {
    const { desktop, take, userCloses } = setUp();
    desktop.openMain(null);
    userCloses('window-1');
    desktop.openMain(null);
    expect(take()).toEqual(['window-1 opens main #/', 'window-1 is gone', 'window-2 opens main #/']);
  });

  it('open anew in the moment in which the one before is gone and nobody has been told yet', async () => {
    const { desktop, take, destroyed, userCloses } = setUp();
    desktop.openMain(null);
    destroyed.add('window-1');
    desktop.openMain(null);
    userCloses('window-1');
    desktop.openMain(null);
    expect(take()).toEqual([
      'window-1 opens main #/',
      'window-2 opens main #/',
      'window-1 is gone',
      'window-2 to the front',
    ]);
    await desktop.closeAll();
    expect(take()).toEqual(['window-2 is gone']);
  });

  it('remember what the quick reply was opened for, and for whom', () => {
    const { desktop, take } = setUp();
    desktop.openMain(null);
    desktop.openQuick('tkt_1');
    expect(desktop.quickTicket('window-2')).toBe('tkt_1');
    expect(desktop.quickTicket('window-1')).toBeNull();
    desktop.openQuick(null);
    expect(desktop.quickTicket('window-2')).toBe('tkt_1');
    desktop.openQuick('tkt_2');
    expect(desktop.quickTicket('window-2')).toBe('tkt_2');
    expect(take()).toEqual([
      'window-1 opens main #/',
      'window-2 opens quick #/quick/tkt_1',
      'window-2 to the front',
      'window-2 hears show {"ticketId":"tkt_2"}',
      'window-2 to the front',
    ]);
  });

  it('forget the ticket of a quick reply that was closed', () => {
    const { desktop } = setUp();
    desktop.openQuick('tkt_1');
    desktop.closeWindow('window-1');
    desktop.openQuick(null);
    expect(desktop.quickTicket('window-2')).toBeNull();
  });

  it('close the one that asks, and no other', () => {
    const { desktop, take } = setUp();
    desktop.openMain(null);
    desktop.openQuick(null);
    take();
    desktop.closeWindow('window-2');
    desktop.closeWindow('window-9');
    expect(take()).toEqual(['window-2 is gone']);
  });

  it('all hear of changes; only the main one is told what to show', () => {
    const { desktop, take } = setUp();
    desktop.openMain(null);
    desktop.openQuick(null);
    take();
    desktop.tell('changed', { topics: ['tickets'], rev: 1 });
    desktop.tell('show', { ticketId: 'tkt_1' });
    expect(take()).toEqual([
      'window-1 hears changed {"topics":["tickets"],"rev":1}',
      'window-2 hears changed {"topics":["tickets"],"rev":1}',
      'window-1 hears show {"ticketId":"tkt_1"}',
    ]);
  });

  it('are all gone when closing has settled', async () => {
    const { desktop, take } = setUp();
    await desktop.closeAll();
    desktop.openMain(null);
    desktop.openQuick(null);
    take();
    await desktop.closeAll();
    expect(take()).toEqual(['window-1 is gone', 'window-2 is gone']);
  });
});
