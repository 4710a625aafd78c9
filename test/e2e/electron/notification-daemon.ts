// What the real notification daemon (dunst) holds, and a click on it.
import type { PrivateDesktop } from './private-desktop.ts';

export type Received = { readonly id: number; readonly title: string; readonly body: string };

type Field<T> = { readonly data: T };
type History = Field<readonly [readonly Record<'id' | 'summary' | 'body', Field<never>>[]]>;

/** Displayed notifications come into its history once they are closed; this closes them, newest first. */
export async function received(desktop: PrivateDesktop): Promise<Received[]> {
  await desktop.run('dunstctl', 'close-all');
  const history = JSON.parse(await desktop.run('dunstctl', 'history')) as History;
  return history.data[0].map((entry) => ({
    id: entry.id.data,
    title: entry.summary.data,
    body: entry.body.data,
  }));
}

/** How many are on the screen. */
export async function displayed(desktop: PrivateDesktop): Promise<number> {
  return Number((await desktop.run('dunstctl', 'count', 'displayed')).trim());
}

/** Does what a click on the topmost notification on the screen does. */
export async function clickTopmost(desktop: PrivateDesktop): Promise<void> {
  await desktop.run('dunstctl', 'action', '0');
}
