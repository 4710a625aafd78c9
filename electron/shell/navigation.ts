// Every web contents of the program, whoever made it: it shows our page and goes nowhere else, and asks for nothing.
import type { App, Session, WebContents } from 'electron';
import { isOurAddress } from './address.ts';

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** Denies navigation, redirects, new windows and web views. Links of tickets take the link gate instead. */
export function guardContents(contents: Guarded): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOurAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Guards each web contents from its birth. */
export function guardNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

type Permissions = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Our pages may put text on the clipboard ("Copy"); nobody may do anything else, and nobody may read it. */
export function mayUse(permission: string, address: string | undefined): boolean {
  return permission === 'clipboard-sanitized-write' && address !== undefined && isOurAddress(address);
}

/** Answers every question for a permission: request, check and device. */
export function guardPermissions(session: Permissions): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayUse(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
