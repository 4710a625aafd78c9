// A link in a message. Opens through the program's one gate; the real host stands beside any text that does not show it.
import { useState } from 'preact/hooks';
import type { Spot } from '../../stores/screen.ts';
import { useStores, useText } from '../../ui/context.ts';
import { Menu } from '../../ui/menu.tsx';
import { spotOf } from '../../ui/popover.ts';
import { copy } from '../commands/copy.ts';
import { openLink } from './open-link.ts';
import { showsHost } from './shown-host.ts';

export function MessageLink({ text: shown, href, host }: { text: string; href: string; host: string }) {
  const stores = useStores();
  const text = useText();
  const [menu, setMenu] = useState<Spot | null>(null);
  const honest = showsHost(shown, href, host);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    void openLink(stores, href, host);
  };
  if (!/^(https?|mailto):/i.test(href)) return <>{shown}</>;
  const isMail = /^mailto:/i.test(href);
  return (
    <span>
      <a
        href={href}
        rel="noreferrer noopener"
        title={`${href}\n${text.opensIn(host)}`}
        aria-haspopup={stores.inBrowser ? undefined : 'menu'}
        onClick={open}
        onAuxClick={(event) => event.button === 1 && open(event)}
        onContextMenu={(event) => {
          // a browser has a menu of its own for links
          if (stores.inBrowser) return;
          event.preventDefault();
          setMenu(spotOf(event.currentTarget));
        }}
      >
        {shown}
      </a>
      {!honest && host !== '' && <span class="host"> ({host})</span>}
      {menu !== null && (
        <Menu
          label={text.files.linkMenu(host)}
          at={menu}
          onClose={() => setMenu(null)}
          items={[
            {
              label: isMail ? text.files.copyAddress : text.files.copyLink,
              icon: 'copy',
              run: () => void copy(stores, isMail ? href.replace(/^mailto:/i, '') : href),
            },
            {
              label: text.files.openLink,
              icon: 'external',
              run: () => void openLink(stores, href, host),
            },
          ]}
        />
      )}
    </span>
  );
}
