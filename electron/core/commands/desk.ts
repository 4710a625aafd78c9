// Commands about windows, notices and links: the desk around the tickets.
import { failure, success } from '../../contract/codes.ts';
import type { Session } from '../../contract/model.ts';
import type { Handlers } from '../../contract/transport.ts';
import type { Account } from '../account.ts';
import { listOfAll } from '../accounts/combined-list.ts';
import { notConnected, wholeConnection } from '../accounts/whole.ts';
import type { Changes } from '../changes.ts';
import type { Clipboard } from '../clipboard.ts';
import { languageOf } from '../language.ts';
import { notifyWords } from '../notify/words.ts';
import type { Ports } from '../ports.ts';
import { diagnosticsOf } from '../queries/diagnostics.ts';
import { shortestOf } from '../sync/interval.ts';
import type { Looking } from './looking.ts';

type Names =
  | 'connection.get'
  | 'sync.now'
  | 'notices.list'
  | 'notices.open'
  | 'notices.dismiss'
  | 'notices.test'
  | 'link.open'
  | 'clipboard.copy'
  | 'diagnostics.get'
  | 'window.looking'
  | 'window.main'
  | 'window.quick'
  | 'window.close'
  | 'quick.get';

type Desk = {
  readonly ports: Ports;
  readonly changes: Changes;
  /** those that are open, in the user's order */
  readonly accounts: () => readonly Account[];
  readonly looking: Looking;
  readonly clicked: (noticeId: string) => boolean;
  readonly clipboard: Clipboard;
  readonly session: () => Session;
};

/** Who comes back to the window wants to see what is, unless that was asked a moment ago. */
function lookAgain(account: Account, now: number, fresh: number): void {
  const { checkedAt } = account.connection();
  if (checkedAt !== null && now - checkedAt > fresh) account.scheduler.wake('online');
}

const aMoment = 30_000;

/** The calls that are no account’s own. */
export function deskCommands(desk: Desk): Pick<Handlers, Names> {
  const { ports, changes, accounts, looking, clicked, clipboard, session } = desk;

  return {
    'connection.get': ({ account }) => {
      const asked = accounts().filter(({ id }) => account === undefined || id === account);
      return success(asked.length > 0 ? wholeConnection(asked.map((one) => one.connection())) : notConnected);
    },
    'sync.now': () => {
      for (const { scheduler, outbox } of accounts()) {
        scheduler.wake('asked');
        outbox.hurry();
      }
      return accounts().length > 0 ? success(null) : failure('no_key');
    },

    'notices.list': () => success(ports.notifier.inPage().map((notice) => ({ ...notice }))),
    'notices.open': ({ id }) => {
      ports.notifier.withdraw(id);
      changes.tell('notices');
      return clicked(id) ? success(null) : failure('not_found');
    },
    'notices.dismiss': ({ id }) => {
      ports.notifier.withdraw(id);
      changes.tell('notices');
      return success(null);
    },
    'notices.test': async () => {
      const words = notifyWords(languageOf(ports));
      const outcome = await ports.notifier.show({
        id: ports.newId(),
        accountId: null,
        ticketId: null,
        title: words.test,
        text: words.testText,
      });
      changes.tell('notices');
      return success({ outcome });
    },

    'link.open': async ({ href }) =>
      (await ports.desktop.openExternal(href)) ? success(null) : failure('blocked_link'),

    'clipboard.copy': ({ text, secret }) =>
      clipboard.copy(text, secret) ? success(null) : failure('refused'),
    'diagnostics.get': () => success({ text: diagnosticsOf(ports, session(), accounts()) }),

    'window.looking': ({ ticketId, focused }, from) => {
      const before = looking.now().inFront;
      looking.set(from.id, { ticketId, focused });
      const fresh = Math.max(aMoment, shortestOf(ports.settings.get()));
      if (focused && !before) for (const account of accounts()) lookAgain(account, ports.clock.now(), fresh);
      return success(null);
    },
    'window.main': ({ ticketId }) => {
      ports.desktop.openMain(ticketId);
      changes.show(ticketId);
      return success(null);
    },
    'window.quick': ({ ticketId }) => {
      ports.desktop.openQuick(ticketId);
      return success(null);
    },
    'window.close': (_input, from) => {
      ports.desktop.closeWindow(from.id);
      return success(null);
    },
    'quick.get': (_input, from) => {
      const open = accounts();
      if (open.length === 0) return failure('no_key');
      const first = (view: 'needs-you' | 'waiting') =>
        listOfAll(open, { view, offset: 0, limit: 1 }, ports.clock.now()).rows[0]?.id;
      const ticketId = ports.desktop.quickTicket(from.id) ?? first('needs-you') ?? first('waiting') ?? null;
      return success({ ticketId });
    },
  };
}
