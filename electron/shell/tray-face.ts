// What the tray shows for a state of the program: icon, tooltip, menu. Pure, so it is tested without a tray.
import type { App } from '../core/app.ts';
import type { Words } from './words.ts';

export type Face = {
  readonly icon: 'idle' | 'unread';
  readonly tooltip: string;
  readonly entries: readonly {
    readonly action: TrayAction;
    readonly label: string;
    readonly enabled: boolean;
  }[];
};
export type TrayAction = 'open' | 'quick' | 'check' | 'quit';

type Summary = Pick<ReturnType<App['summary']>, 'unread' | 'needsYou' | 'unsent'> & {
  readonly connection: { readonly state: ReturnType<App['summary']>['connection']['state'] };
  readonly session: { readonly state: ReturnType<App['summary']>['session']['state'] };
};

/** @param words of the language that is shown */
export function trayFace(summary: Summary, words: Words): Face {
  const { unread, needsYou, unsent } = summary;
  const signedIn = summary.session.state === 'signed-in';
  const news = [
    unread > 0 ? words.unread(unread) : '',
    needsYou > 0 ? words.needsYou(needsYou) : '',
    unsent > 0 ? words.unsent(unsent) : '',
  ].filter((part) => part !== '');
  const state = signedIn ? stateWords(summary.connection.state, words) : words.signedOut;
  const told = news.length === 0 && state === '' ? [words.nothingNew] : [...news, state];
  return {
    icon: unread > 0 ? 'unread' : 'idle',
    tooltip: `${words.product} – ${told.filter((part) => part !== '').join(', ')}`,
    entries: [
      { action: 'open', label: words.open, enabled: true },
      { action: 'quick', label: words.quickReply, enabled: signedIn },
      { action: 'check', label: words.checkNow, enabled: signedIn },
      { action: 'quit', label: words.quit, enabled: true },
    ],
  };
}

function stateWords(state: Summary['connection']['state'], words: Words): string {
  if (state === 'offline') return words.offline;
  if (state === 'paused') return words.paused;
  if (state === 'error') return words.problem;
  return state === 'signed-out' ? words.signedOut : '';
}
