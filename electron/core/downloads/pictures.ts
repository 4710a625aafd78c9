// Pictures as the page takes them, a piece at a time, so that none keeps the program from anything else. The one that was
// asked for last is kept until its last piece was taken.
import { failure, type Result, success } from '../../contract/codes.ts';
import type { Picture } from '../../contract/download.ts';
import type { Source } from './entry.ts';
import type { WholePicture } from './picture.ts';

export type Pictures = (source: Source, piece: number) => Promise<Result<Picture>>;

/** @param fetchWhole asked again where another picture was asked for meanwhile */
export function createPictures(fetchWhole: (source: Source) => Promise<Result<WholePicture>>): Pictures {
  let kept: { readonly source: Source; readonly picture: WholePicture } | null = null;

  return async (source, piece) => {
    let picture = kept && piece > 0 && isSame(kept.source, source) ? kept.picture : null;
    if (!picture) {
      const fetched = await fetchWhole(source);
      if (!fetched.ok) return fetched;
      picture = fetched.value;
      kept = { source, picture };
    }
    const { mimeType, pieces } = picture;
    if (piece >= pieces.length - 1) kept = null;
    const base64 = pieces[piece];
    return base64 === undefined ? failure('not_found') : success({ mimeType, base64, pieces: pieces.length });
  };
}

const isSame = (a: Source, b: Source): boolean =>
  a.attachmentId === b.attachmentId && a.messageId === b.messageId && a.ticketId === b.ticketId;
