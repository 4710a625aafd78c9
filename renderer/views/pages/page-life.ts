// What a page does for its whole life: opens the ticket of its address, says what is looked at, masks secrets when
// it loses the focus, and saves drafts before it goes.
import { useEffect } from 'preact/hooks';
import type { Stores } from '../../stores/stores.ts';
import { copy } from '../commands/copy.ts';
import { keepTyped } from '../commands/go.ts';

export function usePageLife(stores: Stores, ticketId: string | null): void {
  useEffect(() => {
    stores.thread.open(ticketId);
  }, [stores, ticketId]);

  useEffect(() => {
    const look = () => {
      void stores.client.call('window.looking', { ticketId, focused: document.hasFocus() });
    };
    const leave = () => {
      stores.thread.mask();
      void keepTyped(stores);
      look();
    };
    const onCopy = (event: ClipboardEvent) => {
      const picked = document.getSelection();
      const secrets = [...document.querySelectorAll('.revealed')];
      if (picked === null || !secrets.some((secret) => picked.containsNode(secret, true))) return;
      event.preventDefault();
      void copy(stores, picked.toString(), true);
    };
    look();
    addEventListener('copy', onCopy);
    addEventListener('focus', look);
    addEventListener('blur', leave);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('copy', onCopy);
      removeEventListener('focus', look);
      removeEventListener('blur', leave);
      removeEventListener('pagehide', leave);
    };
  }, [stores, ticketId]);
}
