import { describe, expect, it } from 'vitest';
import { trayFace } from '../../electron/shell/tray-face.ts';
import { words } from '../../electron/shell/words.ts';

const summary = (given: {
  unread?: number;
  needsYou?: number;
  unsent?: number;
  connection?: 'starting' | 'syncing' | 'up-to-date' | 'offline' | 'error' | 'paused' | 'signed-out';
  session?: 'starting' | 'first-run' | 'connecting' | 'signed-in' | 'signed-out' | 'keychain-locked';
}) => ({
  unread: given.unread ?? 0,
  needsYou: given.needsYou ?? 0,
  unsent: given.unsent ?? 0,
  connection: { state: given.connection ?? 'up-to-date' },
  session: { state: given.session ?? 'signed-in' },
});

describe('the tray', () => {
  it.each([
    [{}, 'HostUp Support – Nothing new', 'HostUp Support – Inget nytt'],
    [
      { unread: 1, needsYou: 1 },
      'HostUp Support – 1 ticket with news, 1 waits for you',
      'HostUp Support – 1 ärende med nyheter, 1 väntar på dig',
    ],
    [
      { unread: 3, needsYou: 2, unsent: 1, connection: 'offline' as const },
      'HostUp Support – 3 tickets with news, 2 wait for you, 1 reply not sent yet, Offline',
      'HostUp Support – 3 ärenden med nyheter, 2 väntar på dig, 1 svar är inte skickat, Offline',
    ],
    [{ connection: 'offline' as const }, 'HostUp Support – Offline', 'HostUp Support – Offline'],
    [{ session: 'first-run' as const }, 'HostUp Support – Not signed in', 'HostUp Support – Inte inloggad'],
  ])('says in both languages what there is: %j', (given, en, sv) => {
    expect(trayFace(summary(given), words.en).tooltip).toBe(en);
    expect(trayFace(summary(given), words.sv).tooltip).toBe(sv);
  });

  it('has its mark for news', () => {
    expect(trayFace(summary({ unread: 1 }), words.en).icon).toBe('unread');
    expect(trayFace(summary({ needsYou: 4 }), words.en).icon).toBe('idle');
  });

  it('offers what can be done', () => {
    const entries = (session: 'signed-in' | 'first-run') =>
      trayFace(summary({ session }), words.sv).entries.map(({ label, enabled }) => [label, enabled]);
    expect(entries('signed-in')).toEqual([
      ['Öppna', true],
      ['Snabbsvar', true],
      ['Hämta nu', true],
      ['Avsluta', true],
    ]);
    expect(entries('first-run').map(([, enabled]) => enabled)).toEqual([true, false, false, true]);
  });
});
