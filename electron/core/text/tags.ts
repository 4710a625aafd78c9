// HTML as a sequence of tags and text. The tokenizer of htmlparser2 without its parser: what is open is not kept,
// because looking through everything that is open makes hostile nesting slow.
import { Tokenizer } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;
type TagHandler = {
  /** name in lower case; `at` is its place in the source */
  open(name: string, attributes: Attributes, at: number): void;
  close(name: string, at: number): void;
  /** references are decoded; a run of text may come in several parts */
  text(text: string): void;
};

const nothing = () => {};

/** One pass, whatever the text is; never throws. */
export function readTags(html: string, handler: TagHandler): void {
  let name = '';
  let at = 0;
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const open = () => handler.open(name, attributes, at);
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => handler.text(html.slice(start, end)),
      ontextentity: (code) => handler.text(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        at = start;
        attributes = new Map();
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      // As in browsers, the first of two attributes of one name counts.
      onattribend: () => {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => handler.close(html.slice(start, end).toLowerCase(), start),
      oncomment: nothing,
      oncdata: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
