// Verbs about files: what their buttons, menus and keys do. What fails is said once, in words.
import type { Failure } from '../../../electron/contract/codes.ts';
import type { DownloadAction, Source } from '../../stores/downloads.ts';
import { sayFailure } from '../../stores/say-failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { localTimeZone } from '../../text/dates.ts';
import type { Text } from '../../text/en.ts';
import { copy } from '../commands/copy.ts';

/** Why a file did not come: the codes of a ticket, said of a file. */
export function fileProblem({ code }: Failure, text: Text): string {
  if (code === 'not_found') return text.files.gone;
  if (code === 'too_large') return text.files.tooLarge;
  return text.codes[code].says;
}

export async function saveAttachment(stores: Stores, source: Source): Promise<void> {
  if (stores.downloads.asking.peek().has(source.attachmentId)) return;
  const answer = await stores.downloads.save(source);
  if (!answer.ok) stores.screen.say(fileProblem(answer, stores.words.peek().text));
}

export async function actOnDownload(stores: Stores, action: DownloadAction, id: string): Promise<void> {
  const answer = await stores.downloads.act(action, id);
  if (answer.ok) return;
  const { text } = stores.words.peek();
  const refused = action === 'show' && answer.code === 'refused';
  stores.screen.say(refused ? text.files.notShownInFolder : fileProblem(answer, text));
}

/** A message, or the whole ticket for null. */
export async function copyMarkdown(
  stores: Stores,
  ticketId: string,
  messageId: string | null,
): Promise<void> {
  const answer = await stores.client.call('ticket.markdown', {
    ticketId,
    messageId,
    timeZone: localTimeZone(),
  });
  if (answer.ok) return copy(stores, answer.value.text);
  sayFailure(stores, answer);
}

/** A browser prints the page itself, and can save it as PDF. */
export async function exportTicket(
  stores: Stores,
  ticketId: string,
  format: 'markdown' | 'pdf',
): Promise<void> {
  if (format === 'pdf' && stores.inBrowser) return stores.route.go({ page: 'print', ticketId });
  const answer = await stores.client.call('ticket.export', { ticketId, format, timeZone: localTimeZone() });
  if (!answer.ok) sayFailure(stores, answer);
  else if (answer.value.id !== null) stores.screen.say(stores.words.peek().text.files.exported);
}
