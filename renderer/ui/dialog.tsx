// A modal dialog of the browser's own kind: it keeps the keyboard inside, closes with Escape, and gives focus back.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Flash } from './flash.tsx';
import { rememberFocus } from './focus.ts';

type Props = {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** wide, and nothing in it is meant to be pressed first */
  reading?: boolean;
  /** its title is only read aloud, and its content reaches the edges */
  bare?: boolean;
};

export function Dialog({ title, onClose, children, reading = false, bare = false }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const giveBack = rememberFocus();
    const shown = element.current;
    const onClick = (event: MouseEvent) => {
      if (event.target === shown) shown?.close();
    };
    shown?.showModal();
    if (reading) {
      shown?.focus();
      shown?.scrollTo({ top: 0 });
    }
    // a list that takes the keyboard only to be scrolled is not what is meant first
    if (document.activeElement?.matches('ul'))
      shown?.querySelector<HTMLElement>('.dialog-actions .button')?.focus();
    shown?.addEventListener('click', onClick);
    return () => {
      shown?.removeEventListener('click', onClick);
      // once this is gone from the page: what lies below a modal dialog cannot take the keyboard
      queueMicrotask(giveBack);
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={reading ? 'dialog wide' : bare ? 'dialog bare' : 'dialog'}
      tabIndex={-1}
      aria-labelledby={id}
      onClose={onClose}
    >
      <div class="dialog-body">
        <h2 id={id} class={bare ? 'sr-only' : undefined}>
          {title}
        </h2>
        {children}
      </div>
      <Flash inDialog />
    </dialog>
  );
}
