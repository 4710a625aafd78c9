// What must be settled before Electron is ready: for what is made earlier it would not hold later. Knows no windows.
import type { App, Protocol } from 'electron';
import { guardNavigation } from './navigation.ts';
import { privileges } from './protocol.ts';

type Program = Pick<App, 'on' | 'enableSandbox' | 'commandLine'>;

/** Sandbox for every page, the privileges of our scheme, and a guard for each web contents from its birth. */
export function settleBeforeReady(
  app: Program,
  protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>,
): void {
  // Whoever starts it without a sandbox (as root there is no other way) gets it as far as each window asks for it.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([privileges]);
  guardNavigation(app);
}
