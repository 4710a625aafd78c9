// Commands about files: attachments that are saved or looked at, and tickets that leave as a document.
import type { attachmentCalls } from '../../contract/attachment-calls.ts';
import type { Input } from '../../contract/calls.ts';
import { failure, type Result, success } from '../../contract/codes.ts';
import { createLongDates, type LongDates } from '../../contract/long-dates.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { type Exporting, messageMarkdown, ticketMarkdown } from '../export/markdown.ts';
import { printPart } from '../export/print-part.ts';
import { newestMessages } from '../export/unhurried.ts';
import { exportWords } from '../export/words.ts';
import { documentLocale, languageOf } from '../language.ts';
import { type Context, withAccountOf } from './context.ts';

type Names = Exclude<keyof typeof attachmentCalls, 'print.ready'>;

/** The newest messages of a ticket that a document holds; nobody reads more. */
const longestDocument = 2_000;

/** The calls about files, for one account. */
export function attachmentCommands(context: Context): Pick<Handlers, Names> {
  const { ports } = context;
  const inAccount = withAccountOf(context);
  const words = () => exportWords(languageOf(ports));

  /** Null: there is no such time zone. */
  function datesIn(timeZone: string): LongDates | null {
    try {
      return createLongDates(documentLocale(ports), timeZone);
    } catch {
      return null;
    }
  }

  async function exported(account: Account, input: Input<'ticket.export'>) {
    const { ticketId, format, timeZone } = input;
    const ticket = account.cache.ticket(ticketId);
    if (!ticket) return failure('not_found');
    const subject = (ticket.subject ?? words().noSubject).replace(/[/\\]/g, ' ');
    const name = `${ticket.number} ${subject}.${format === 'pdf' ? 'pdf' : 'md'}`;
    if (format === 'markdown') {
      return account.downloads.saveMade(ticketId, name, () =>
        markdownOf(account, { ticketId, messageId: null, timeZone }),
      );
    }
    const { print } = ports.desktop;
    if (!print) return failure('refused');
    return account.downloads.saveMade(ticketId, name, () => print(ticketId));
  }

  async function markdownOf(account: Account, input: Input<'ticket.markdown'>): Promise<Result<string>> {
    const { ticketId, messageId, timeZone } = input;
    const { cache, readBlocks } = account;
    const dates = datesIn(timeZone);
    if (!dates) return failure('invalid_request');
    const exporting: Exporting = {
      words: words(),
      dates,
      account: context.toldName(),
      readBlocks,
      clock: ports.clock,
    };
    if (messageId !== null) {
      const message = cache.message(messageId);
      if (message?.ticketId !== ticketId) return failure('not_found');
      return success(`${messageMarkdown(message, exporting)}\n`);
    }
    const ticket = cache.ticket(ticketId);
    if (!ticket) return failure('not_found');
    const messages = await newestMessages(cache, ticketId, longestDocument, ports.clock);
    const earlier = Math.max(0, cache.countMessages(ticketId) - messages.length);
    return success(await ticketMarkdown(ticket, messages, earlier, exporting));
  }

  return {
    'attachment.save': (source) => inAccount(({ downloads }) => downloads.save(source, words().namelessFile)),
    'attachment.preview': ({ piece, ...source }) =>
      inAccount(({ downloads }) => downloads.picture(source, piece)),
    'downloads.list': () => success(context.account()?.downloads.list() ?? []),
    'downloads.cancel': ({ id }) => inAccount(({ downloads }) => downloads.cancel(id)),
    'downloads.resume': ({ id }) => inAccount(({ downloads }) => downloads.resume(id)),
    'downloads.show': ({ id }) => inAccount(({ downloads }) => downloads.show(id)),
    'downloads.dismiss': ({ id }) => inAccount(({ downloads }) => downloads.dismiss(id)),
    'ticket.export': (input) => inAccount((account) => exported(account, input)),
    'ticket.markdown': (input) =>
      inAccount(async (account) => {
        const text = await markdownOf(account, input);
        return text.ok ? success({ text: text.value }) : text;
      }),
    'print.part': (input) =>
      inAccount((account) => printPart(account, input, context.toldName(), ports.clock)),
  };
}
