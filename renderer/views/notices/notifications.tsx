// Notifications inside the page, for the preview and for desktops that show none. Newest first, a few at a time.
import type { Notice } from '../../../electron/contract/model.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { toldAccount } from '../accounts/account-name.ts';
import { AccountTag } from '../accounts/account-tag.tsx';
import { openTicket } from '../commands/go.ts';

const shownAtOnce = 3;

export function Notifications() {
  const stores = useStores();
  const text = useText();
  const dates = useDates();
  const list = [...(stores.notices.value.value ?? [])].sort((a, b) => b.at - a.at);
  const hidden = list.length - shownAtOnce;
  return (
    <section class="notices" aria-label={text.notifications} aria-live="polite" aria-relevant="additions">
      {list.slice(0, shownAtOnce).map((notice) => (
        <article class="notice" key={notice.id} aria-label={notice.title}>
          <div class="notice-head">
            <strong>{notice.title}</strong>
            <time>{dates.moment(notice.at, stores.now.value)}</time>
            <IconButton
              icon="close"
              class="small"
              label={text.dismiss}
              onPress={() => stores.notices.dismiss(notice.id)}
            />
          </div>
          <AccountOf notice={notice} />
          <p>{notice.text}</p>
          <Button
            onPress={() => {
              stores.notices.open(notice.id);
              if (notice.ticketId !== null) openTicket(stores, notice.ticketId);
            }}
          >
            {text.open}
          </Button>
        </article>
      ))}
      {hidden > 0 && <p class="hint">{text.more(hidden)}</p>}
    </section>
  );
}

/** The title names an account that has a name. */
function AccountOf({ notice }: { notice: Notice }) {
  const stores = useStores();
  const name = toldAccount(stores, notice.accountId);
  return name === null || notice.title.includes(name) ? null : <AccountTag id={notice.accountId} />;
}
