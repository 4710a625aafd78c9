// Asks before an address of a message is opened by the browser that shows this page: the host alone, then the whole.
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function LinkQuestion() {
  const { screen } = useStores();
  const text = useText();
  const link = screen.link.value;
  if (link === null) return null;
  const close = () => screen.askLink(null);
  const title = link.mail ? text.writeMailAsk(link.leadsTo) : text.openLinkAsk(link.leadsTo);
  return (
    <Dialog title={title} onClose={close}>
      {!link.mail && <p class="link-address">{link.href}</p>}
      <p class="hint">{text.openLinkSays}</p>
      <div class="dialog-actions">
        <Button onPress={close}>{text.cancel}</Button>
        <a
          class="button primary"
          href={link.href}
          target="_blank"
          rel="noopener noreferrer"
          onClick={() => setTimeout(close)}
        >
          {link.mail ? text.writeMail : text.openLink}
        </a>
      </div>
    </Dialog>
  );
}
