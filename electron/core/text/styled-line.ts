// The line of HTML under way, each piece of text in the style and with the link that hold where it stands.
import type { SafeLink } from './safe-link.ts';
import { createSpanLine } from './span-line.ts';

export type Style = 'strong' | 'emphasis' | 'code';
/** Where several hold, the first of them is seen. */
const styles = ['code', 'strong', 'emphasis'] as const;

/** One line after the other, plain at first; style and link go on to the next one. */
export function createStyledLine() {
  const line = createSpanLine();
  const opened: Record<Style, number> = { strong: 0, emphasis: 0, code: 0 };
  let link: SafeLink | null = null;

  return {
    isBlank: line.isBlank,
    take: line.take,
    /** Text of the message. */
    say(text: string): void {
      const kind = styles.find((style) => opened[style] > 0) ?? 'text';
      line.push(link ? { kind: 'link', text, ...link } : { kind, text });
    },
    /** A sign that stands for a tag: plain, whatever holds here. */
    sign: (text: string) => line.push({ kind: 'text', text }),
    style(name: Style, by: 1 | -1): void {
      opened[name] = Math.max(0, opened[name] + by);
    },
    /** What follows leads there; null: nowhere. */
    link(to: SafeLink | null): void {
      link = to;
    },
  };
}
