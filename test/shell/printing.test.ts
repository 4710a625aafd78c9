import { describe, expect, it } from 'vitest';
import { createAskWhere } from '../../electron/shell/dialogs.ts';
import { createPrinting, type Sheet } from '../../electron/shell/printing.ts';

function setUp(toPdf = async () => new Uint8Array([1])) {
  const log: string[] = [];
  let onClosed = () => {};
  const timers = new Set<() => void>();
  const printing = createPrinting({
    open(hash): Sheet {
      log.push(`opens ${hash}`);
      return {
        id: 'window-7',
        toPdf,
        close: () => void log.push('closes'),
        onClosed: (listener) => {
          onClosed = listener;
        },
      };
    },
    after(_ms, task) {
      timers.add(task);
      return () => timers.delete(task);
    },
    onFailure: (cause) => void log.push(`failure ${cause}`),
  });
  const late = () => {
    for (const task of timers) task();
  };
  return { printing, log, timers, closed: () => onClosed(), late };
}

const internal = { ok: false, code: 'internal' };

describe('printing', () => {
  it('waits for the page, and closes it', async () => {
    const { printing, log, timers } = setUp();
    const pdf = printing.print('acc/tkt_å');
    printing.printReady('window-1', null);
    expect(log).toEqual(['opens #/print/acc%2Ftkt_%C3%A5']);
    printing.printReady('window-7', null);
    expect(await pdf).toEqual({ ok: true, value: new Uint8Array([1]) });
    expect(log.slice(1)).toEqual(['closes']);
    expect(timers.size).toBe(0);
    printing.printReady('window-7', null);
  });

  it('says why a page has nothing to print, at once', async () => {
    const { printing, log } = setUp(() => Promise.reject(new Error('must not be asked')));
    const pdf = printing.print('x');
    printing.printReady('window-7', 'not_found');
    expect(await pdf).toEqual({ ok: false, code: 'not_found' });
    expect(log.slice(1)).toEqual(['closes']);
  });

  it('gives up on a page that is gone', async () => {
    const { printing, log, closed } = setUp();
    const pdf = printing.print('x');
    closed();
    expect(await pdf).toEqual(internal);
    expect(log.at(-1)).toBe('closes');
  });

  it('gives up on a page that is never ready, and says so', async () => {
    const { printing, log, late } = setUp();
    const pdf = printing.print('x');
    late();
    expect(await pdf).toEqual(internal);
    expect(log.slice(1)).toEqual(['failure Error: the page took longer than 30000 ms', 'closes']);
  });

  it('gives up on an engine that hangs, and says so', async () => {
    let asked = () => {};
    const begun = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const { printing, log, late } = setUp(() => {
      asked();
      return new Promise<never>(() => {});
    });
    const pdf = printing.print('x');
    printing.printReady('window-7', null);
    await begun;
    late();
    expect(await pdf).toEqual(internal);
    expect(log.slice(1)).toEqual(['failure Error: printing took longer than 60000 ms', 'closes']);
  });

  it('says what failed, and leaves nothing open', async () => {
    const { printing, log } = setUp(() => Promise.reject(new Error('no printer')));
    const pdf = printing.print('x');
    printing.printReady('window-7', null);
    expect(await pdf).toEqual(internal);
    expect(log.slice(1)).toEqual(['failure Error: no printer', 'closes']);
  });
});

describe('asking where to save', () => {
  it('begins in the folder for downloads, then in the one chosen last', async () => {
    const asked: (string | undefined)[] = [];
    const answers = ['/home/x/Documents/a.txt', '', '/tmp/b.txt'];
    const askWhere = createAskWhere(
      async ({ defaultPath }) => {
        asked.push(defaultPath);
        const filePath = answers[asked.length - 1] ?? '';
        return { canceled: filePath === '', filePath };
      },
      () => '/home/x/Downloads',
    );
    expect(await askWhere('a.txt')).toBe('/home/x/Documents/a.txt');
    expect(await askWhere('b.txt')).toBeNull();
    expect(await askWhere('b.txt')).toBe('/tmp/b.txt');
    expect(asked).toEqual(['/home/x/Downloads/a.txt', '/home/x/Documents/b.txt', '/home/x/Documents/b.txt']);
  });
});
