// What of a search is not looked for, because it is too long or has too many words.
import { limits } from '../../../electron/contract/calls.ts';
import { useText } from '../../ui/context.ts';

/**
 * In a sentence or two; null where all of it is looked for.
 * @param leftOut words that the program did not look for
 */
export function useSearchLimits(typed: string, leftOut: number): string | null {
  const text = useText();
  const length = typed.trim().length;
  const over = length - limits.query;
  const said = [
    ...(over > 0 ? [text.searchTooLong(over, limits.query)] : []),
    ...(length > 0 && leftOut > 0 ? [text.searchTooManyWords(leftOut, limits.searchWords)] : []),
  ];
  return said.length === 0 ? null : said.join(' ');
}

/** @param id ties it to its field */
export function SearchLimits({ id, said }: { id: string; said: string | null }) {
  return said === null ? null : (
    <p id={id} class="search-limits hint" role="status">
      {said}
    </p>
  );
}
