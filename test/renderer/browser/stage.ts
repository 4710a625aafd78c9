// One stage per test file; each test gets a page of its own, and no page may log an error.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createStage, type PageOptions, type Stage } from '../page.ts';

export const narrow = { viewport: { width: 420, height: 800 } };

/** Answers a function that opens a page. */
export function useStage(): (options?: PageOptions) => Promise<Page> {
  let stage: Stage;
  const opened: { page: Page; errors: string[] }[] = [];
  beforeAll(async () => {
    stage = await createStage();
  }, 60_000);
  afterEach(async () => {
    for (const { page, errors } of opened.splice(0)) {
      await page.context().close();
      expect(errors).toEqual([]);
    }
  });
  afterAll(() => stage.close());
  return async (options) => {
    const next = await stage.open(options);
    opened.push(next);
    return next.page;
  };
}

export const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
export const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
export const options = (page: Page) => page.getByRole('listbox', { name: 'Tickets' }).getByRole('option');

/** Opens the settings with their key. */
export async function settings(page: Page) {
  await options(page).first().waitFor();
  await page.keyboard.press(',');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.waitFor();
  return dialog;
}

/** Waits until something is true in the page; fails with what it was instead. */
export async function eventually<T>(read: () => Promise<T> | T, expected: T): Promise<void> {
  let last: T | undefined;
  for (const late = Date.now() + 30_000; Date.now() < late; ) {
    last = await read();
    if (JSON.stringify(last) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(last).toEqual(expected);
}

/** So long by the page's own clock: what is due there by then comes before this settles, however busy the machine is. */
export const pageTime = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), milliseconds);

/** Until the page has been drawn, and so has heard of every scroll before. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The calls of that name that the page has made. */
export const callsOf = (page: Page, name: string): Promise<{ name: string; input: unknown }[]> =>
  page.evaluate((wanted) => window.program.heard.filter((call) => call.name === wanted), name);

/** What the page asked for with them. */
export const inputsOf = async (page: Page, name: string): Promise<unknown[]> =>
  (await callsOf(page, name)).map(({ input }) => input);

/** What it asked for last. */
export const lastInputOf = async (page: Page, name: string): Promise<unknown> =>
  (await inputsOf(page, name)).at(-1);

/** Accessible name of the element that has the keyboard, or its id. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const said = element?.matches('[role=option]') ? element.querySelector('.sr-only')?.textContent : null;
    return said ?? element?.getAttribute('aria-label') ?? element?.id ?? '';
  });

/** What a screen reader says of a row of the list. */
export const saidOf = (option: Locator): Promise<string | null> =>
  option.locator('.sr-only').first().textContent();
