// How smoothly the list scrolls: what was seen, frame by frame, and what the page itself took for it.
import type { Page } from 'playwright-core';

const steps = 60;

export type Scrolled = {
  /** from one frame to the next, milliseconds */
  readonly median: number;
  readonly p90: number;
  readonly worst: number;
  /** of the processor, per frame, milliseconds: the same however busy the machine is */
  readonly work: number;
};

/** Every second frame of the screen is met, and nothing stands still for long enough to be noticed as a stop. */
export const isSmooth = ({ median, p90, worst }: Scrolled): boolean =>
  median < 34 && p90 < 100 && worst < 250;

/** Scrolls from the top, by a screen of new rows in every frame. */
export async function scrolled(page: Page): Promise<Scrolled> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  };
  const before = await taken();
  const frames = await page.evaluate(framesOf, steps);
  const work = ((await taken()) - before) / steps;
  await devtools.detach();
  const at = (share: number) => frames[Math.floor((frames.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p90: at(0.9), worst: at(1), work };
}

/** Runs in the page; the shortest frame first. */
async function framesOf(count: number): Promise<number[]> {
  const list = document.querySelector('.list');
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  if (list) list.scrollTop = 0;
  await frame();
  let last = await frame();
  for (let step = 1; step <= count && list !== null; step += 1) {
    list.scrollTop = step * 4_000;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return frames.sort((a, b) => a - b);
}
