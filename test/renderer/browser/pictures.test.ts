// The comparison itself: what it lets pass, and what it must not.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compare } from '../baseline.ts';
import { type Form, forms, openState, stillPicture } from '../open-state.ts';
import { packed } from '../packed-picture.ts';
import { createStage, type Stage } from '../page.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 60_000);
afterAll(() => stage.close());

async function withPicture(form: Form): Promise<{ page: Page; kept: Buffer }> {
  const { page } = await openState(stage, 'thread', form, true);
  return { page, kept: packed(await stillPicture(page)) };
}
const off = async (page: Page, kept: Buffer) => compare(kept, await stillPicture(page))?.off;

it.each(forms)('the same view, opened again, is the same: $name', async (form) => {
  const first = await withPicture(form);
  const second = await withPicture(form);
  expect(await off(second.page, first.kept)).toBe(0);
  await first.page.context().close();
  await second.page.context().close();
});

it.each(forms)('a line of one pixel, a word, a shade and a dot are told apart: $name', async (form) => {
  const { page, kept } = await withPicture(form);
  const changes = [
    ['.message.staff', 'style', 'outline: 1px solid var(--line)'],
    ['.reading', 'style', 'background: var(--chosen)'],
    ['.thread-head h2', 'text', 'VPS unreachable since one reboot'],
    ['.thread-head h2', 'text', 'VPS unreachable since the reboot.'],
  ] as const;
  for (const change of changes) {
    const before = await set(page, change);
    expect(await off(page, kept), change.join(' ')).toBeGreaterThan(0);
    await set(page, [change[0], change[1], before]);
    expect(await off(page, kept)).toBe(0);
  }
  await page.context().close();
});

type Change = readonly [selector: string, what: 'style' | 'text', value: string];

/** Answers what it was before. */
function set(page: Page, [selector, what, value]: Change): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (element, { what, value }) => {
        const before = what === 'text' ? element.textContent : (element as HTMLElement).style.cssText;
        if (what === 'text') element.textContent = value;
        else (element as HTMLElement).style.cssText = value;
        return before;
      },
      { what, value },
    );
}
