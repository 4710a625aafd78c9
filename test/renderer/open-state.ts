// Opens a view in one of its states, in a form: how wide, in which colours and language; and tells when it has come to rest.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type Stage, startsAt } from './page.ts';
import { states } from './states/all.ts';
import { texts } from './states/state.ts';

export type Form = {
  readonly name: string;
  readonly width: 'wide' | 'narrow';
  readonly colorScheme: 'light' | 'dark';
  readonly language: 'en' | 'sv';
};

/** Two forms that together have both widths, both colours and both languages. */
export const forms: readonly Form[] = [
  { name: 'wide', width: 'wide', colorScheme: 'light', language: 'en' },
  { name: 'narrow', width: 'narrow', colorScheme: 'dark', language: 'sv' },
];
/** The other halves of them. */
export const moreForms: readonly Form[] = [
  { name: 'wide-dark', width: 'wide', colorScheme: 'dark', language: 'sv' },
  { name: 'narrow-light', width: 'narrow', colorScheme: 'light', language: 'en' },
];

const locales = { en: 'en-GB', sv: 'sv-SE' };

/** @param frozen for pictures that are compared: one clock and one set of fonts */
export async function openState(stage: Stage, name: string, form: Form, frozen: boolean) {
  const state = states[name];
  if (state === undefined) throw new Error(`there is no state ${name}`);
  const small = state.hash?.startsWith('#/quick') === true;
  const { page, errors } = await stage.open({
    ...state,
    language: form.language,
    ...(frozen ? { frozenAt: startsAt } : {}),
    context: {
      viewport: { width: small || form.width === 'narrow' ? 420 : 1280, height: small ? 520 : 800 },
      colorScheme: form.colorScheme,
      locale: locales[form.language],
      deviceScaleFactor: 1,
      reducedMotion: 'reduce',
    },
  });
  await atRest(page);
  await state.act?.(page, texts[form.language]);
  return { page, errors };
}

/** Once the page has asked the program nothing for a few frames. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    let before = 0;
    for (let quiet = 0; quiet < 5; ) {
      await new Promise((done) => requestAnimationFrame(done));
      const { length } = window.program.heard;
      quiet = length > 0 && length === before ? quiet + 1 : 0;
      before = length;
    }
  });

export const picture = (page: Page): Promise<Buffer> =>
  page.screenshot({ animations: 'disabled', caret: 'hide' });

/** The picture once three in a row are the same. */
export async function stillPicture(page: Page): Promise<Buffer> {
  let last = await picture(page);
  let alike = 1;
  for (let tries = 0; alike < 3 && tries < 40; tries += 1) {
    await wait(60);
    const next = await picture(page);
    alike = next.equals(last) ? alike + 1 : 1;
    last = next;
  }
  return last;
}
