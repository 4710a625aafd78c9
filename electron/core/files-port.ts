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

/** Where a file that is not whole yet lies. */
export type Unfinished = {
  /** the path it shall have; no other unfinished file is given the same */
  readonly target: string;
  /** where its bytes lie meanwhile: beside the target, under a name that nobody else uses */
  readonly path: string;
};

/** An unfinished file that is open. Its target is the one asked for, or a free one like it. */
export type Part = Unfinished & {
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
  /** null: it is gone */
  reopen(unfinished: Unfinished): Promise<Part | null>;
  /** bytes that lie in it; null: it is gone */
  partLength(unfinished: Unfinished): Promise<number | null>;
  /** @param path of an unfinished file, whose target is free again */
  removePart(path: string): Promise<void>;
  /** the path as it may be shown to its user */
  shown(path: string): string;
  /** shows the file in its folder; false: this shell cannot */
  reveal(path: string): boolean;
};
