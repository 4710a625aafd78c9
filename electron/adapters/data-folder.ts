// Where a program without Electron keeps its data, by the customs of each system.
import { join, resolve } from 'node:path';

type Place = {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

const name = 'hostup-support-preview';

/** The folder asked for, else the system's usual place. Nothing is created. */
export function dataFolder(asked: string | null, { platform, home, env }: Place): string {
  if (asked !== null) return resolve(asked);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), name);
}
