// One message. Who speaks is told by side, ground and words; encrypted ones stay masked until asked for.
import type { Message, Outgoing } from '../../../electron/contract/model.ts';
import { IconButton } from '../../ui/button.tsx';
import { useDates, useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Attachments } from '../files/attachments.tsx';
import { copyMarkdown } from '../files/file-actions.ts';
import { Blocks } from './blocks.tsx';
import { EncryptedBody } from './encrypted-body.tsx';

type Props = {
  ticketId: string;
  message: Message;
  isNew: boolean;
  requester: string | null;
  /** our own reply that became this message */
  receipt: Outgoing | undefined;
  /** says the day, too, where no separator between days does */
  dated?: boolean;
};

export function MessageCard({ ticketId, message, isNew, requester, receipt, dated = false }: Props) {
  const stores = useStores();
  const { now } = stores;
  const text = useText();
  const dates = useDates();
  const who = useSender(message, requester);
  const when = message.sentAt === null ? text.noTime : dates.moment(message.sentAt, now.value);
  const time = message.sentAt === null || dated ? when : dates.time(message.sentAt);
  const name = [`${who}, ${when}`, isNew ? text.new : '', message.encrypted ? text.encrypted : ''];
  return (
    <article
      class={`message ${message.sender}`}
      aria-label={name.filter((part) => part !== '').join(', ')}
      tabIndex={-1}
    >
      <header class="by">
        {message.sender === 'staff' && <Initials name={message.senderName} />}
        <b>{who}</b>
        {message.opening && <span>{text.opening}</span>}
        <time title={message.sentAt === null ? undefined : dates.full(message.sentAt)}>{time}</time>
        {isNew && <span class="new-mark">{text.new}</span>}
        {!message.encrypted && message.blocks !== null && (
          <IconButton
            icon="copy"
            class="small copy-message"
            label={text.files.copyMarkdown}
            onPress={() => void copyMarkdown(stores, ticketId, message.id)}
          />
        )}
      </header>
      <Body message={message} />
      <Attachments ticketId={ticketId} messageId={message.id} list={message.attachments} />
      {receipt?.sentAt != null && <Receipt at={receipt.sentAt} id={message.id} />}
    </article>
  );
}

export function Receipt({ at, id }: { at: number; id: string }) {
  const text = useText();
  const dates = useDates();
  return (
    <p class="receipt">
      <Icon name="check" />
      <span>{text.stored(dates.exact(at))}</span>
      <span class="receipt-id" title={id}>
        {id}
      </span>
    </p>
  );
}

function Body({ message }: { message: Message }) {
  const text = useText();
  if (message.encrypted) return <EncryptedBody message={message} />;
  if (message.blocks === null || !message.available) {
    return (
      <p class="unavailable">
        <Icon name="lock" />
        <span>
          {text.unavailable} {text.unavailableSays}
        </span>
      </p>
    );
  }
  if (message.blocks.length === 0) return <p class="unavailable">{text.noText}</p>;
  return <Blocks blocks={message.blocks} />;
}

function Initials({ name }: { name: string | null }) {
  const letters = (name ?? 'HostUp')
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase());
  return (
    <span class="initials" aria-hidden="true">
      {letters.join('')}
    </span>
  );
}

/** A customer's message is ours unless somebody else of the account wrote it. */
export function useSender(message: Message, requester: string | null): string {
  const text = useText();
  if (message.sender === 'automation') return text.automatic;
  if (message.sender === 'staff') {
    return message.senderName === null ? text.hostup : text.staffName(message.senderName);
  }
  if (message.sender === 'unknown') return message.senderName ?? text.unknownSender;
  const other = message.senderName !== null && requester !== null && message.senderName !== requester;
  return other ? (message.senderName ?? text.you) : text.you;
}
