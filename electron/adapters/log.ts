// The log file: `logs/main.log` in the data folder, one line per event, redacted, rotated at 1 MiB.
// Takes events and facts only; whole objects, bodies and keys have no way in.
import { chmodSync, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import logger from 'electron-log/node.js';
import type { Log } from '../core/ports.ts';
import { describeError } from './describe-error.ts';
import { privateFolder } from './private-folder.ts';
import { redact } from './redact.ts';

type Facts = Readonly<Record<string, string | number | boolean | null>>;
type Level = 'info' | 'warn' | 'error';
const longestFact = 500;

/**
 * @param folder the data folder
 * @param onConsole also print warnings and errors on stderr (while developing)
 */
export function openLog(folder: string, onConsole: boolean): Log {
  const path = join(privateFolder(join(folder, 'logs')), 'main.log');
  if (existsSync(path)) chmodSync(path, 0o600);
  const output = logger.create({ logId: path });
  const { file, console: terminal, ipc, remote } = output.transports;
  file.resolvePathFn = () => path;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.maxSize = 1024 ** 2;
  file.format = ({ data }) => data;
  // Standard output belongs to the command line's one answer, so the terminal copy goes to stderr.
  terminal.level = onConsole ? 'warn' : false;
  terminal.writeFn = ({ message }) => {
    process.stderr.write(`${message.data.join(' ')}\n`);
  };
  if (ipc) ipc.level = false;
  remote.level = false;

  const write = (level: Level, event: string, rest: string) => {
    const text = redact(`${event}${rest}`.replaceAll(homedir(), '~'));
    output[level](`${new Date().toISOString()} ${level} ${text}`);
  };
  return {
    info: (event, facts) => write('info', event, spell(facts)),
    warn: (event, facts) => write('warn', event, spell(facts)),
    error: (event, cause) => write('error', event, `\n${describeError(cause)}`),
  };
}

/** ` name=value …`; strings are quoted, so that no text can forge a line. */
function spell(facts: Facts = {}): string {
  const pairs = Object.entries(facts).map(([name, value]) => {
    const short = typeof value === 'string' ? value.slice(0, longestFact) : value;
    return ` ${name}=${JSON.stringify(short)}`;
  });
  return pairs.join('');
}
