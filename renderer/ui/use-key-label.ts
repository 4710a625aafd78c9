// What is printed on the keys of whoever looks at the page.
import { useStores } from './context.ts';
import { keyLabel } from './keys.ts';

/** Answers how to write a key of the table, such as `Mod+Enter`. */
export function useKeyLabel(): (key: string) => string {
  const { session, words } = useStores();
  const platform = session.value.value?.platform ?? '';
  const { keyCaps } = words.value.text;
  return (key) => keyLabel(key, platform, keyCaps);
}
