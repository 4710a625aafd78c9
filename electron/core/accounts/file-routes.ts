// One line per call about files: whose it is.
import type { attachmentCalls } from '../../contract/attachment-calls.ts';
import { failure, success } from '../../contract/codes.ts';
import type { Download } from '../../contract/download.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import type { Ports } from '../ports.ts';
import { byTicket, type Router, toEvery } from './router.ts';

export type FileCall = keyof typeof attachmentCalls;
type DownloadCall = 'downloads.cancel' | 'downloads.resume' | 'downloads.show' | 'downloads.dismiss';

/** What is about a file of one ticket, or one download, goes to the account that has it. */
export function fileRoutes(router: Router, { desktop }: Ports): Pick<Handlers, FileCall> {
  return {
    'attachment.save': byTicket(router, 'attachment.save'),
    'attachment.preview': byTicket(router, 'attachment.preview'),
    'downloads.list': toEvery(router, 'downloads.list', (all: readonly Download[][]) => all.flat()),
    'downloads.cancel': byDownload(router, 'downloads.cancel'),
    'downloads.resume': byDownload(router, 'downloads.resume'),
    'downloads.show': byDownload(router, 'downloads.show'),
    'downloads.dismiss': byDownload(router, 'downloads.dismiss'),
    'ticket.export': byTicket(router, 'ticket.export'),
    'ticket.markdown': byTicket(router, 'ticket.markdown'),
    'print.part': byTicket(router, 'print.part'),
    'print.ready': ({ problem }, from) => {
      desktop.printReady?.(from.id, problem);
      return success(null);
    },
  };
}

/** To the account whose download it is; where none has it, any can say so. */
const byDownload =
  <N extends DownloadCall>(router: Router, name: N): Handlers[DownloadCall] =>
  (input, from) => {
    const holds = ({ downloads }: Account) => downloads.list().some(({ id }) => id === input.id);
    const account = router.open().find(holds) ?? router.open()[0];
    return account ? router.ask(account, name, input, from) : failure('no_key');
  };
