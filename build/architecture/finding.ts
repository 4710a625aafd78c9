// What a rule says when it is broken: where, and in one sentence what.

export type Finding = {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly what: string;
};

/** `file:line  rule: sentence`, which editors and terminals turn into a link. */
export const spell = ({ file, line, rule, what }: Finding): string => `${file}:${line}  ${rule}: ${what}`;
