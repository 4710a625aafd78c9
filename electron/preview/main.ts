// The second shell: the same program in plain Node, its page in a browser. This file reads as its table of contents.
import { homedir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import manifest from '../../package.json' with { type: 'json' };
import { dataFolder } from '../adapters/data-folder.ts';
import { downloadsFolder } from '../adapters/downloads-folder.ts';
import { type Environment, readEnvironment } from '../adapters/environment.ts';
import { nodeFiles } from '../adapters/files.ts';
import { httpOver } from '../adapters/http-over.ts';
import { openLog } from '../adapters/log.ts';
import { nodePorts } from '../adapters/node-ports.ts';
import { privateFolder } from '../adapters/private-folder.ts';
import { lockProfile } from '../adapters/profile-lock.ts';
import { openBetter } from '../adapters/sqlite-better.ts';
import { serve } from '../contract/transport.ts';
import { type App, createApp } from '../core/app.ts';
import type { Files } from '../core/files-port.ts';
import type { Ports } from '../core/ports.ts';
import { Secret } from '../core/secret.ts';
import { toPlain } from '../core/text/plain.ts';
import { createDemoApi, DEMO_KEY } from '../demo/api.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { pageDesktop } from './desktop.ts';
import { pageNotifier } from './notifier.ts';
import { readPageFiles } from './page-files.ts';
import { startServer } from './server.ts';
import { createSocketServer } from './socket-server.ts';

/**
 * Runs until SIGINT or SIGTERM. Prints the page's address on standard output, and nothing else there; what the user
 * has to mend is one sentence on standard error and exit code 2.
 * @param words the command line after the script's name
 * @param page builds the page if need be and answers its folder
 */
export async function runPreview(words: readonly string[], page: () => Promise<string>): Promise<void> {
  // whatever is made here is for this user alone
  process.umask(0o077);
  const args = readArguments(words);
  if (!args.ok) return refuse(args.sentence);
  const environment = readEnvironment(process.env);
  if (!environment.ok) return refuse(environment.sentence);
  const folder = openFolder(environment.value);
  if (folder === null) return refuse('The data folder (HOSTUP_DATA_DIR) cannot be made or opened.');
  const lock = await lockProfile(folder);
  if (lock.state === 'taken')
    return refuse('Another HostUp Support uses this data folder (HOSTUP_DATA_DIR).');

  const files = readPageFiles(await page());
  const ports = buildPorts(folder, environment.value, args.value);
  const app = createApp(ports);
  const report = (name: string, cause: unknown) => ports.log.error(`call-failed ${name}`, cause);
  // Whoever has a socket passed the gate, so every sender is a page of ours.
  const socket = createSocketServer(
    serve(app.handlers, () => true, report),
    app.forgetPage,
  );
  const listening = await startServer(args.value.port, files, socket.upgrade);
  if (!listening.ok) return refuse(portSentence(args.value.port, listening.reason));

  app.on(({ event, data }) => socket.broadcast(event, data));
  endOnSignal(ports, async () => {
    socket.close();
    await listening.server.close();
    await app.stop();
  });
  process.stdout.write(`${listening.server.address}\n`);
  await start(app, ports);
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}

function openFolder({ dataFolder: asked }: Environment): string | null {
  try {
    const place = { platform: process.platform, home: homedir(), env: process.env };
    return privateFolder(dataFolder(asked, place));
  } catch {
    return null;
  }
}

function buildPorts(folder: string, environment: Environment, { demo: startInDemo }: Arguments): Ports {
  const log = openLog(folder, true);
  const shared = nodePorts({
    folder,
    environment,
    log,
    openDatabase: openBetter,
    plain: toPlain,
    SettingsStore: Conf,
    version: manifest.version,
    platform: process.platform,
    systemLanguage: Intl.DateTimeFormat().resolvedOptions().locale,
    startInDemo,
  });
  const demo = () => {
    const api = createDemoApi({ now: shared.clock.now, random: shared.random });
    return { http: httpOver(api.handle), key: new Secret(DEMO_KEY) };
  };
  return {
    ...shared,
    notifier: pageNotifier(shared.clock),
    desktop: pageDesktop,
    files: browserFiles(),
    demo,
  };
}

/** Without a dialog of its own: files go where a browser would put them. */
function browserFiles(): Files {
  const place = { platform: process.platform, home: homedir(), env: process.env };
  return nodeFiles({
    home: place.home,
    askWhere: async (name) => join(downloadsFolder(place), name),
    reveal: () => false,
  });
}

function portSentence(port: number, reason: string): string {
  if (reason === 'EADDRINUSE') return `Port ${port} is already in use; choose another, or 0 for a free one.`;
  return `Port ${port} cannot be used (${reason}); choose another, or 0 for a free one.`;
}

/** Ends once, and in any case: whoever asks twice does not want to wait. */
function endOnSignal({ log }: Ports, end: () => Promise<void>): void {
  let ending = false;
  const hear = async () => {
    if (ending) process.exit(0);
    ending = true;
    await end().catch((cause: unknown) => log.error('stop-failed', cause));
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
}

async function start(app: App, { log, version }: Ports): Promise<void> {
  process.on('uncaughtException', (cause) => log.error('uncaught', cause));
  process.on('unhandledRejection', (cause) => log.error('unhandled', cause));
  log.info('started', { version, node: process.version });
  await app.start();
}
