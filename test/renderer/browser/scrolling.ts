// How smoothly the list scrolls: what the page's own thread takes of the processor for each frame, which is the same
// however busy the machine is with other things.
import type { CDPSession, Page } from 'playwright-core';

const steps = 60;

/** Milliseconds of the processor, from one frame to the next. */
export type Scrolled = { readonly median: number; readonly p90: number; readonly worst: number };

/** Every second frame of the screen is met, and nothing stands still for long enough to be noticed as a stop. */
export const isSmooth = ({ median, p90, worst }: Scrolled): boolean => median < 30 && p90 < 60 && worst < 200;

/** Scrolls from the top, by a screen of new rows in every frame. */
export async function scrolled(page: Page): Promise<Scrolled> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(scrollTo, 0);
  const frames: number[] = [];
  let before = await taken(devtools);
  for (let step = 1; step <= steps; step += 1) {
    await page.evaluate(scrollTo, step * 4_000);
    const now = await taken(devtools);
    frames.push(now - before);
    before = now;
  }
  await devtools.detach();
  frames.sort((a, b) => a - b);
  const at = (share: number) => frames[Math.floor((frames.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p90: at(0.9), worst: at(1) };
}

/** What all tasks of the page have taken so far. */
async function taken(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** Runs in the page; settles when what came into sight by that has been drawn. */
async function scrollTo(top: number): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  document.querySelector('.list')?.scrollTo({ top });
  await frame();
  await frame();
}
