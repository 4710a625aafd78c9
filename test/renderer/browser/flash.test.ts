// What is said in passing: it takes the clicks on it, and lies on nothing that is to be pressed.
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { narrow, options, reply, send, useStage } from './stage.ts';

const open = useStage();
const said = (page: Page) => page.locator('.flash:not(:empty) p');

/** Whether a click in the middle of it, or near one of its corners, reaches it. */
const reached = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 4, top + 4],
      [right - 4, bottom - 4],
    ] as const;
    return points.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
  });

async function settled(page: Page): Promise<void> {
  await said(page).waitFor();
  await said(page).evaluate((element) =>
    Promise.all(element.getAnimations({ subtree: true }).map((one) => one.finished)),
  );
}

const sizes = [
  { name: 'wide', context: {} },
  { name: 'folded', context: { viewport: { width: 800, height: 600 } } },
  { name: 'narrow', context: narrow },
];

it.each(sizes)('leaves the foot of a reply free, and takes its own clicks: $name', async ({ context }) => {
  const page = await open({ hash: '#/ticket/tkt_vps', context });
  await reply(page).fill('a reply');
  await page.getByRole('button', { name: '#149943' }).click();
  await settled(page);
  expect(await reached(said(page))).toBe(true);
  const encrypted = page.getByRole('switch', { name: 'Encrypted' });
  for (const control of [encrypted, send(page)]) expect(await reached(control)).toBe(true);
  await said(page).click({ position: { x: 8, y: 8 } });
  expect(await encrypted.getAttribute('aria-checked')).toBe('false');
});

it('leaves the foot of a quick reply free', async () => {
  const page = await open({
    hash: '#/quick/tkt_vps',
    context: { viewport: { width: 460, height: 560 } },
  });
  await reply(page).fill('a reply');
  await page.evaluate(() =>
    window.program.world.refuse.set('link.open', { ok: false, code: 'blocked_link' }),
  );
  await page.getByRole('log').getByRole('link').first().click();
  await settled(page);
  for (const control of [page.getByRole('switch', { name: 'Encrypted' }), send(page)])
    expect(await reached(control)).toBe(true);
  expect(await reached(said(page))).toBe(true);
});

it.each(sizes)('lies below an open dialog, on nothing of it nor on the foot: $name', async ({ context }) => {
  const page = await open({ context });
  await options(page).first().waitFor();
  await page.keyboard.press(',');
  await page.getByRole('dialog').getByRole('button', { name: 'Copy diagnostics' }).click();
  await settled(page);
  expect(await reached(said(page))).toBe(true);
  const dialog = await page.getByRole('dialog').boundingBox();
  const flash = await said(page).boundingBox();
  expect(flash?.y).toBeGreaterThanOrEqual((dialog?.y ?? 0) + (dialog?.height ?? 0));
  const foot = await page.locator('.foot').boundingBox();
  if (foot !== null) expect((flash?.y ?? 0) + (flash?.height ?? 0)).toBeLessThanOrEqual(foot.y);
});
