import { describe, expect, it } from 'vitest';
import { mainSize, placeMain, placeQuick, quickSize } from '../../electron/shell/placement.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: -200, width: 1280, height: 1024 };

describe('the main window', () => {
  it('comes back to where it was', () => {
    const place = { x: 2_000, y: -100, width: 900, height: 700 };
    expect(placeMain(place, [screen, second])).toEqual(place);
  });

  it('is placed by the system at first, and when its screen is gone', () => {
    expect(placeMain(undefined, [screen])).toEqual(mainSize);
    expect(placeMain({ x: 2_500, y: 0, width: 900, height: 700 }, [screen])).toEqual(mainSize);
    expect(placeMain({ x: 0, y: -800, width: 900, height: 700 }, [screen])).toEqual(mainSize);
    expect(placeMain({ x: 0, y: 1_030, width: 900, height: 700 }, [screen])).toEqual(mainSize);
    expect(placeMain({ x: -850, y: 0, width: 900, height: 700 }, [screen])).toEqual(mainSize);
  });

  it('is not larger than the screen, nor smaller than it can be used', () => {
    expect(placeMain({ x: 0, y: 0, width: 9_000, height: 9_000 }, [screen])).toMatchObject({
      width: 1920,
      height: 1040,
    });
    expect(placeMain({ x: 0, y: 0, width: 200, height: 100 }, [screen])).toMatchObject({
      width: 360,
      height: 480,
    });
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { x: 1, y: 1, width: '9', height: 1 },
    { x: Number.NaN, y: 0, width: 9, height: 9 },
  ])('takes no nonsense from its file: %j', (saved) => {
    expect(placeMain(saved, [screen])).toEqual(mainSize);
  });
});

describe('the quick reply', () => {
  it('opens in the corner where nobody knows where the tray is', () => {
    const corner = { x: 1_488, y: 508, ...quickSize };
    expect(placeQuick(screen, null)).toEqual(corner);
    expect(placeQuick(screen, { x: 0, y: 0, width: 0, height: 0 })).toEqual(corner);
  });

  it('opens under a tray at the top and over one at the bottom, all of it on the screen', () => {
    expect(placeQuick(screen, { x: 1_000, y: 0, width: 24, height: 24 })).toMatchObject({ x: 802, y: 12 });
    expect(placeQuick(screen, { x: 1_900, y: 1_050, width: 24, height: 24 })).toMatchObject({
      x: 1_488,
      y: 508,
    });
    expect(placeQuick(second, { x: 1_925, y: -220, width: 24, height: 24 })).toMatchObject({
      x: 1_932,
      y: -188,
    });
  });
});
