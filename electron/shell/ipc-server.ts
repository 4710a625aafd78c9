// The program's end of the preload: one channel in, one out. What may be asked is the contract's business.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Sender } from '../contract/transport.ts';
import { isOurAddress } from './address.ts';

/** Who asks: the window, the address of the frame, and whether it is the window's own page. */
type Caller = Sender & { readonly address: string; readonly top: boolean };

type Frame = Pick<IpcMainInvokeEvent, 'senderFrame'> & {
  readonly sender: Pick<WebContents, 'id' | 'mainFrame'>;
};

/** What the program calls the page of a window by. */
export const senderId = (contents: Pick<WebContents, 'id'>): string => `window-${contents.id}`;

/** A frame that is gone by now has no address, and so is nobody of ours. Electron may throw when it is looked at. */
export function callerOf({ sender, senderFrame }: Frame): Caller {
  const id = senderId(sender);
  try {
    return {
      id,
      address: senderFrame?.url ?? '',
      top: senderFrame !== null && senderFrame === sender.mainFrame,
    };
  } catch {
    return { id, address: '', top: false };
  }
}

/** The window’s own page, and no frame inside it. */
export const isOurPage = (caller: Caller): boolean => caller.top && isOurAddress(caller.address);

/** Hands every call of a page to `answer`. */
export function listenToPages(
  ipc: Pick<IpcMain, 'handle'>,
  answer: (caller: Caller, name: unknown, input: unknown) => Promise<unknown>,
): void {
  ipc.handle('call', (event, name: unknown, input: unknown) => answer(callerOf(event), name, input));
}

/** Tells a page of an event; a page that is being torn down hears nothing. */
export function tellPage(
  contents: Pick<WebContents, 'send' | 'isDestroyed'>,
  name: string,
  data: unknown,
): void {
  if (!contents.isDestroyed()) contents.send('event', name, data);
}
