// The program's mark as geometry: a speech bubble with an arrow up in it, on a square of side 1, y downwards.
// Signed distances: negative inside, in units of the square.

export type Shape = (x: number, y: number) => number;

const box =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
    const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

/** A convex polygon; corners clockwise on the screen. */
const polygon =
  (...corners: readonly (readonly [number, number])[]): Shape =>
  (x, y) => {
    const sides = corners.map(([ax, ay], at) => {
      const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay];
      return ((by - ay) * (x - ax) - (bx - ax) * (y - ay)) / Math.hypot(bx - ax, by - ay);
    });
    return Math.max(...sides);
  };

const circle =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

export const join =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

export const cut =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y));

export const scale =
  (shape: Shape, factor: number): Shape =>
  (x, y) =>
    shape((x - 0.5) / factor + 0.5, (y - 0.5) / factor + 0.5) * factor;

export const bubble = join(box(0.06, 0.1, 0.94, 0.76, 0.17), polygon([0.22, 0.7], [0.48, 0.7], [0.22, 0.96]));
export const arrow = join(polygon([0.5, 0.2], [0.7, 0.44], [0.3, 0.44]), box(0.435, 0.4, 0.565, 0.66, 0.03));
export const badge = circle(0.83, 0.17, 0.17);
/** The badge with the gap that keeps it apart from the bubble. */
export const badgeRoom = circle(0.83, 0.17, 0.23);
export const plate = box(0.04, 0.04, 0.96, 0.96, 0.2);
