// The clipboard of the browser that this page runs in.
import type { BrowserClipboard } from './page-clipboard.ts';

/** @param page the window that the user looks at */
export function browserClipboard(page: Window, later: BrowserClipboard['later']): BrowserClipboard {
  const { navigator, document } = page;
  return {
    later,
    write: (text) => copyText(page, text),
    read: () => navigator.clipboard.readText(),
    async mayRead() {
      try {
        // not every browser knows this name
        const asked = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
        return asked.state === 'granted';
      } catch {
        return false;
      }
    },
    inFront: () => document.hasFocus(),
    onceInFront: (run) => page.addEventListener('focus', run, { once: true }),
  };
}

/** Answers whether it worked. */
async function copyText({ navigator, document }: Window, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return text !== '' && copyBySelection(document, text);
  }
}

/** The older way: select the text in a hidden field and ask the browser to copy the selection. */
function copyBySelection(document: Document, text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'offscreen';
  field.setAttribute('aria-hidden', 'true');
  field.autocomplete = 'off';
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
