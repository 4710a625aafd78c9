// The one way to say in passing that something was not done.
import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../electron/contract/codes.ts';
import type { Words } from '../text/text.ts';
import type { ScreenStore } from './screen.ts';

type Place = { readonly screen: Pick<ScreenStore, 'say'>; readonly words: ReadonlySignal<Words> };

/** Says why not, in a sentence. */
export function sayFailure({ screen, words }: Place, { code }: Pick<Failure, 'code'>): void {
  screen.say(words.peek().text.codes[code].says);
}
