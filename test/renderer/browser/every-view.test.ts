// Every view in every state: axe finds nothing in any form, and it looks as in its picture.
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches } from '../axe.ts';
import { baselineFolder, differs, fileOf } from '../baseline.ts';
import { atRest, forms, openState, picture, stillPicture } from '../open-state.ts';
import { createStage, type Stage } from '../page.ts';
import { states } from '../states/all.ts';

const kept = new Set(readdirSync(baselineFolder));

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 60_000);
afterAll(() => stage.close());

it('keeps no picture of a state that is gone', () => {
  const known = Object.keys(states).flatMap((name) => forms.map((form) => fileOf(name, form)));
  expect([...kept].filter((file) => !known.includes(file))).toEqual([]);
});

describe.each(Object.keys(states))('%s', (name) => {
  it.each(forms)('$name', async (form) => {
    const { page, errors } = await openState(stage, name, form, true);
    const file = fileOf(name, form);
    expect.soft(kept.has(file), `a picture ${file} to compare with`).toBe(true);
    if (kept.has(file)) expect.soft(await differsInTheEnd(page, file)).toBeNull();
    else await stillPicture(page);
    expect.soft(await breaches(page), form.colorScheme).toEqual([]);
    const other = form.colorScheme === 'light' ? 'dark' : 'light';
    await page.emulateMedia({ colorScheme: other });
    await atRest(page);
    expect.soft(await breaches(page), other).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** What is still different once the page has had time to come to rest; null: nothing. */
async function differsInTheEnd(page: Page, file: string): Promise<string | null> {
  let last: string | null = null;
  for (let tries = 0; tries < 20; tries += 1) {
    await atRest(page);
    last = differs(file, await picture(page));
    if (last === null) return null;
    await wait(150);
  }
  return last;
}
