// A text that cannot be printed: no string conversion, JSON or inspection shows it.

export class Secret {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** The text itself; only for the edge that must hand it on (request header, keychain, database key). */
  reveal(): string {
    return this.#text;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
}
