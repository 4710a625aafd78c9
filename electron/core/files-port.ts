// The user's own folders as the core needs them: where to save, and a file that is written in pieces. The core names
// no folder; a path is something that it was given, keeps, and hands back.
import type { Code } from '../contract/codes.ts';

/** A fault of the place where the user keeps files, thrown by the port. */
export class FileError extends Error {
  readonly code: Extract<Code, 'store_full' | 'file_not_saved'>;
  constructor(code: FileError['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** A file that is not whole yet; it lies beside its target under the target's name with `.part`. */
export type Part = {
  /** the name it shall have: that of the target, or a free one like it */
  readonly target: string;
  /** bytes that lay in it when it was opened */
  readonly length: number;
  /** text as UTF-8; answers how many bytes it was */
  write(bytes: Uint8Array | string, at: number): Promise<number>;
  /** throws away what was written */
  empty(): Promise<void>;
  /** gives it a name under which nothing lies; answers the path */
  finish(): Promise<string>;
  /** what was written stays */
  close(): Promise<void>;
};

/** Methods throw FileError. Nothing that is there already is ever written over, and nothing is opened. */
export type Files = {
  /** where the user wants it; null: nowhere. @param name a safe file name */
  askWhere(name: string): Promise<string | null>;
  create(target: string): Promise<Part>;
  /** the unfinished file of that target; null: it is gone */
  reopen(target: string): Promise<Part | null>;
  /** bytes of the unfinished file of that target; null: it is gone */
  partLength(target: string): Promise<number | null>;
  removePart(target: string): Promise<void>;
  /** the path as it may be shown to its user */
  shown(path: string): string;
  /** shows the file in its folder; false: this shell cannot */
  reveal(path: string): boolean;
};
