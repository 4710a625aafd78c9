// What a line of plain text looks like. Every pattern is anchored and bounded, so that hostile lines cost no more.

/** Nothing but blanks. */
export const isBlank = (text: string): boolean => text.trim() === '';

const fence = /^ {0,3}(?:```|~~~)([^`\n]{0,60})$/;
/** What people write behind the opening of a fenced block to say what is in it. */
const languages = new Set(
  (
    'apache bash bat c cmd conf console cpp cs csharp css diff dockerfile env go html http ini java javascript js json ' +
    'log makefile markdown md mysql nginx perl php plain plaintext powershell ps1 py python rb ruby rust sh shell sql ' +
    'text toml ts txt typescript xml yaml yml zsh'
  ).split(' '),
);
/** Opens or closes a fenced block. */
export const isFence = (text: string): boolean => fence.test(text);
/** What stands behind the opening and is no name of a language, but the writer's own text; '' for nothing. */
export function textOfFence(text: string): string {
  const said = fence.exec(text)?.[1]?.trim() ?? '';
  return languages.has(said.toLowerCase()) ? '' : said;
}
/** Closes a fenced block. */
export const isFenceEnd = (text: string): boolean => /^ {0,3}(?:```+|~~~+)\s*$/.test(text);

/** Length of a quote mark (`> `, `>> `), 0 if there is none. */
export const quoteMark = (text: string): number => /^ {0,3}(?:> ?){1,20}/.exec(text)?.[0].length ?? 0;

export type ListMark = { readonly length: number /** null: a bullet */; readonly number: number | null };

/** The mark of a list item, or null. */
export function listMark(text: string): ListMark | null {
  const [whole, bullet, number] = /^ {0,3}(?:([-*•–])|(\d{1,3})[.)])[ \t]{1,4}(?=\S)/.exec(text) ?? [];
  if (whole === undefined) return null;
  return { length: whole.length, number: bullet === undefined ? Number(number) : null };
}

/** Four blanks or a tab: code, for people who write as in Markdown. */
export const isIndented = (text: string): boolean => /^(?: {4}|\t)/.test(text);

// A date belongs to it, so that "On Monday I wrote:" stays the writer's own sentence.
const wrote =
  /^\s*(?:On|Den|Am|Le)\s(?=[^\n]{0,60}\d)[^\n]{4,240}\b(?:wrote|skrev|schrieb|écrit)\b[^\n]{0,120}:\s*$/i;
const forwarded =
  /^\s*-{2,}\s*(?:Original Message|Ursprungligt meddelande|Forwarded message|Vidarebefordrat meddelande)\s*-{2,}\s*$/i;

/** "On 27 Apr 2026 at 12:05, Anna wrote:" and the like: from here on it is what others said before. */
export const isHistoryStart = (text: string): boolean =>
  text.length <= 400 && (wrote.test(text) || forwarded.test(text));

/** A prompt with a command behind it: `$ ls`, `root@vps-1:~# df -h`, `C:\> dir`. */
export const isPrompt = (text: string): boolean =>
  /^(?:[\w.-]{1,32}@[\w.-]{1,64}[:~ ][^\n$#]{0,80}[$#] ?\S?|\[[\w.-]{1,32}@[\w.-]{1,64} [^\]\n]{0,80}\][$#] ?\S?|\$ \S|[A-Z]:\\[^\n>]{0,80}> ?\S)/.test(
    text,
  );

const time = String.raw`\d\d:\d\d(?::\d\d)?`;
const logs: readonly RegExp[] = [
  new RegExp(String.raw`^\[?\d{4}[-/]\d\d[-/]\d\d[T ]${time}`),
  new RegExp(String.raw`^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d ${time} `),
  new RegExp(String.raw`^\[?(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} \d\d ${time}`),
  new RegExp(String.raw`^\[?${time}(?:[.,]\d{1,6})?\]? \[?[A-Z]{3,8}\b`),
  /^[\d.a-f:]{3,45} \S{1,40} \S{1,40} \[\d\d\/[A-Z][a-z]{2}\/\d{4}/,
  /^\[?(?:ERROR|ERR|WARN|WARNING|INFO|DEBUG|FATAL|NOTICE|CRITICAL|TRACE)\]?[: ]/,
  /^PHP (?:Fatal error|Parse error|Warning|Notice|Deprecated):/,
  /^ {0,8}(?:at [\w.$<>]{1,120} ?\(|File "[^"\n]{1,200}", line \d|#\d{1,3} [/\w])/,
  /^(?:Traceback \(most recent|Caused by: |Exception in thread)/,
  /^(?:PING \S|\d{1,6} bytes from |\d{1,6} packets transmitted|traceroute to |;; |; <<>> |;\S+\.\s)/,
  /^ {0,3}\d{1,2} {1,3}(?:\* \* \*|\S{1,100} \([\d.a-f:]{3,45}\) )/,
  /^\S{1,120}\.\s{1,20}\d{1,9}\s{1,20}IN\s/,
  /^[<>*] (?:HTTP\/\d|[A-Za-z-]{2,40}: |GET |POST |Connected|Trying)/,
];

/** Output of a program rather than a sentence. */
export const isLog = (text: string): boolean => logs.some((pattern) => pattern.test(text));
