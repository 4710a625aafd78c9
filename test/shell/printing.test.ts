import { describe, expect, it } from 'vitest';
import { createAskWhere } from '../../electron/shell/dialogs.ts';
import { createPrinting, type Sheet } from '../../electron/shell/printing.ts';

function setUp(toPdf = async () => new Uint8Array([1])) {
  const log: string[] = [];
  let onClosed = () => {};
  let late = () => {};
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
      late = task;
      return () => void log.push('in time');
    },
    onFailure: (cause) => void log.push(`failure ${cause}`),
  });
  return { printing, log, closed: () => onClosed(), late: () => late() };
}

describe('printing', () => {
  it('waits for the page, and closes it', async () => {
    const { printing, log } = setUp();
    const pdf = printing.print('acc/tkt_å');
    printing.printReady('window-1');
    expect(log).toEqual(['opens #/print/acc%2Ftkt_%C3%A5']);
    printing.printReady('window-7');
    expect(await pdf).toEqual(new Uint8Array([1]));
    expect(log.slice(1)).toEqual(['in time', 'closes']);
    printing.printReady('window-7');
  });

  it('gives up on a page that is never ready or gone', async () => {
    for (const end of ['late', 'closed'] as const) {
      const stage = setUp();
      const pdf = stage.printing.print('x');
      stage[end]();
      expect(await pdf).toBeNull();
      expect(stage.log.at(-1)).toBe('closes');
    }
  });

  it('says what failed, and leaves nothing open', async () => {
    const { printing, log } = setUp(() => Promise.reject(new Error('no printer')));
    const pdf = printing.print('x');
    printing.printReady('window-7');
    expect(await pdf).toBeNull();
    expect(log.slice(1)).toEqual(['in time', 'failure Error: no printer', 'closes']);
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
