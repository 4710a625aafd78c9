// Where a user's browser would save a file, for a shell that has no dialog to ask with.
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

type Place = {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The folder for downloads; the home folder where there is none. Nothing is created. */
export function downloadsFolder({ platform, home, env }: Place): string {
  const wanted = platform === 'linux' ? userFolder(home, env) : null;
  return [wanted, join(home, 'Downloads')].find((folder) => folder !== null && isFolder(folder)) ?? home;
}

/** The one named in `user-dirs.dirs` (xdg-user-dirs): `XDG_DOWNLOAD_DIR="$HOME/Hämtningar"`. */
function userFolder(home: string, env: Place['env']): string | null {
  const file = join(env.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs');
  const line = /^XDG_DOWNLOAD_DIR="(.+)"\s*$/m.exec(read(file))?.[1];
  const folder = line?.replace(/^\$HOME(?=\/|$)/, home).replace(/\\(.)/g, '$1');
  return folder !== undefined && isAbsolute(folder) ? folder : null;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
