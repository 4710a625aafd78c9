// What a state of a view is: a world of the fake program, a place in it, and what somebody did there.
import type { Page } from 'playwright-core';
import { en, type Text } from '../../../renderer/text/en.ts';
import { sv } from '../../../renderer/text/sv.ts';

/** Does something in the page; @param text its words, so that it works in either language */
export type Act = (page: Page, text: Text) => Promise<unknown>;

export type State = {
  readonly scenario: string;
  readonly hash?: string;
  readonly inBrowser?: boolean;
  /** what to do before anybody looks */
  readonly act?: Act;
};
export type States = Readonly<Record<string, State>>;

export const texts = { en, sv };
export const vps = '#/ticket/tkt_vps';

export const press =
  (key: string): Act =>
  (page) =>
    page.keyboard.press(key);
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Writes a reply. */
export const write =
  (words: string): Act =>
  (page, text) =>
    page.getByRole('textbox', { name: text.reply, exact: true }).fill(words);
/** Writes a reply and sends it. */
export const send =
  (words: string): Act =>
  async (page, text) => {
    await write(words)(page, text);
    await button(page, text.send).click();
  };
