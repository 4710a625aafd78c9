// A modal dialog of the browser's own kind: it keeps the keyboard inside, closes with Escape, and gives focus back.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

type Props = { title: string; onClose: () => void; children: ComponentChildren; wide?: boolean };

export function Dialog({ title, onClose, children, wide = false }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = element.current;
    const onClick = (event: MouseEvent) => {
      if (event.target === shown) shown?.close();
    };
    shown?.showModal();
    shown?.addEventListener('click', onClick);
    return () => {
      shown?.removeEventListener('click', onClick);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={element} class={wide ? 'dialog wide' : 'dialog'} aria-labelledby={id} onClose={onClose}>
      <div class="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
