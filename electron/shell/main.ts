// The program in Electron. What must be settled before Electron is ready stands here; the rest is in program.ts.
import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, protocol } from 'electron';
import { readEnvironment } from '../adapters/environment.ts';
import { privateFolder } from '../adapters/private-folder.ts';
import { readArguments } from './arguments.ts';
import { settleBeforeReady } from './before-ready.ts';
import { runProgram, type Start } from './program.ts';

// Chromium makes some of its files readable for everybody.
process.umask(0o077);
const start = readStart();
if (typeof start === 'string') refuse(start);
// One program per data folder: the first one hears of this start and shows its window.
else if (!app.requestSingleInstanceLock()) app.exit(0);
else begin(start);

/** What this run was asked for; a text says what the user has to mend. */
function readStart(): Start | string {
  const args = readArguments(process.argv, process.defaultApp === true);
  if (!args.ok) return args.sentence;
  const environment = readEnvironment(process.env);
  if (!environment.ok) return environment.sentence;
  const folder = openFolder(environment.value.dataFolder);
  if (folder === null) return 'The data folder (HOSTUP_DATA_DIR) cannot be made or opened.';
  return { folder, environment: environment.value, demo: args.value.demo };
}

/** The folder for everything that is kept; Electron's own files go there, too. Null if it cannot be had. */
function openFolder(asked: string | null): string | null {
  try {
    const folder = privateFolder(resolve(asked ?? app.getPath('userData')));
    accessSync(join(folder, '.'), constants.W_OK | constants.X_OK);
    app.setPath('userData', folder);
    return folder;
  } catch {
    return null;
  }
}

function begin(start: Start): void {
  settleBeforeReady(app, protocol);
  app.setAppUserModelId('se.hostup.support-tray');
  app.whenReady().then(async () => {
    const sentence = await runProgram(start);
    if (sentence !== null) refuse(sentence);
  });
}

/** One sentence for a person, and an exit code that scripts can tell. */
function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  app.exit(2);
}
