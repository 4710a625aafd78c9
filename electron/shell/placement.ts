// Where windows go on the screens at hand. Plain geometry in device-independent pixels; knows no window.

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type Size = Pick<Rectangle, 'width' | 'height'>;
export type Place = Size & Partial<Rectangle>;

export const smallest: Size = { width: 360, height: 480 };
export const mainSize: Size = { width: 1_120, height: 760 };
export const quickSize: Size = { width: 420, height: 520 };

/** So much of a window's head must be on a screen for the user to get hold of it. */
const grip: Size = { width: 120, height: 40 };
const gap = 12;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** The place a window had, if it can be reached there today; else the usual size, placed by the system. */
export function placeMain(saved: unknown, workAreas: readonly Rectangle[]): Place {
  if (!isRectangle(saved)) return mainSize;
  const area = workAreas.find((area) => reaches(saved, area));
  if (area === undefined) return mainSize;
  return {
    x: saved.x,
    y: Math.max(saved.y, area.y),
    width: clamp(saved.width, smallest.width, Math.max(area.width, smallest.width)),
    height: clamp(saved.height, smallest.height, Math.max(area.height, smallest.height)),
  };
}

/** Beside the tray icon; without one at the lower right corner, or wherever a system keeps its tray. */
export function placeQuick(area: Rectangle, tray: Rectangle | null): Rectangle {
  const { width, height } = quickSize;
  const right = area.x + area.width - width - gap;
  const bottom = area.y + area.height - height - gap;
  if (tray === null || tray.width === 0) return { x: right, y: bottom, width, height };
  const above = tray.y > area.y + area.height / 2;
  return {
    x: clamp(Math.round(tray.x + tray.width / 2 - width / 2), area.x + gap, right),
    y: above ? bottom : area.y + gap,
    width,
    height,
  };
}

function reaches(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const top = window.y >= area.y - grip.height && window.y + grip.height <= area.y + area.height;
  return across >= grip.width && top;
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Record<string, unknown>;
  return [x, y, width, height].every((side) => Number.isSafeInteger(side));
}
