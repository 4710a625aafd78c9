// The questions that the shell itself asks. The harmless answer is the default and what Escape gives.
import { dirname, join } from 'node:path';
import type { MessageBoxOptions, SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import type { Words } from './words.ts';

/** Answers the number of the pressed button. */
export type Ask = (options: MessageBoxOptions) => Promise<number>;

type AskToSave = (
  options: SaveDialogOptions,
) => Promise<Pick<SaveDialogReturnValue, 'canceled' | 'filePath'>>;

const yes = 1;

/** Whether to open a link that leads to a host which is not HostUp's. */
export async function askAboutLink(ask: Ask, words: Words, host: string, href: string): Promise<boolean> {
  const pressed = await ask({
    type: 'question',
    message: words.openLink(host),
    detail: `${words.openLinkDetail}\n${href}`,
    buttons: [words.cancel, words.openLinkYes],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return pressed === yes;
}

/** Whether to quit although replies are unsent. */
export async function askToQuit(ask: Ask, words: Words, count: number, durable: boolean): Promise<boolean> {
  const pressed = await ask({
    type: durable ? 'question' : 'warning',
    message: words.unsentTitle(count),
    detail: durable ? words.unsentKept : words.unsentLost,
    buttons: [words.cancel, words.quit],
    defaultId: durable ? yes : 0,
    cancelId: 0,
    noLink: true,
  });
  return pressed === yes;
}

/**
 * Asks where a file shall be saved, beginning in the folder of the file before.
 * @param first the folder to begin with
 */
export function createAskWhere(
  ask: AskToSave,
  first: () => string,
): (name: string) => Promise<string | null> {
  let folder: string | null = null;
  return async (name) => {
    const { canceled, filePath } = await ask({
      defaultPath: join(folder ?? first(), name),
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    if (canceled || filePath === '') return null;
    folder = dirname(filePath);
    return filePath;
  };
}
