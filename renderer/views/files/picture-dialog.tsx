// One picture, fetched when it is asked for and forgotten when it is closed: the whole of it, or as large as it is.
import { useEffect, useState } from 'preact/hooks';
import { type Result, success } from '../../../electron/contract/codes.ts';
import type { PictureType } from '../../../electron/contract/download.ts';
import type { Client } from '../../../electron/contract/transport.ts';
import type { Source } from '../../stores/downloads.ts';
import type { Text } from '../../text/en.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/icon.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import { fileProblem, saveAttachment } from './file-actions.ts';

type Props = { source: Source; name: string; onClose: () => void };
type Picture = { readonly mimeType: PictureType; readonly base64: string };

export function PictureDialog({ source, name, onClose }: Props) {
  const stores = useStores();
  const text = useText();
  const [answer, setAnswer] = useState<Result<Picture> | 'broken' | null>(null);
  const [whole, setWhole] = useState(true);
  useEffect(() => {
    let closed = false;
    void wholePicture(stores.client, source, () => closed).then((next) => {
      if (next === null) return;
      setAnswer(next);
      if (next.ok) stores.downloads.learn(source.attachmentId, bytesIn(next.value.base64));
    });
    return () => {
      closed = true;
    };
  }, []);
  const shown = answer !== null && answer !== 'broken' && answer.ok ? answer.value : null;
  return (
    <Dialog title={name} onClose={onClose} reading>
      <div class={whole ? 'picture fitted' : 'picture'} aria-busy={answer === null} {...scrollable}>
        {answer === null && <Spinner />}
        {shown !== null && (
          <img
            src={`data:${shown.mimeType};base64,${shown.base64}`}
            alt={name}
            onError={() => setAnswer('broken')}
          />
        )}
        {answer !== null && shown === null && <p role="alert">{problemOf(answer, text)}</p>}
      </div>
      <div class="dialog-actions">
        {shown !== null && (
          <Button onPress={() => setWhole(!whole)}>{whole ? text.files.wholeSize : text.files.fit}</Button>
        )}
        <Button icon="down" onPress={() => void saveAttachment(stores, source)}>
          {text.files.save}
        </Button>
        <Button kind="primary" onPress={onClose}>
          {text.done}
        </Button>
      </div>
    </Dialog>
  );
}

/** Put together from its pieces; null: nobody wants it any more. */
async function wholePicture(
  client: Client,
  source: Source,
  isClosed: () => boolean,
): Promise<Result<Picture> | null> {
  let base64 = '';
  for (let piece = 0; ; piece += 1) {
    const answer = await client.call('attachment.preview', { ...source, piece });
    if (isClosed()) return null;
    if (!answer.ok) return answer;
    const { mimeType, pieces } = answer.value;
    base64 += answer.value.base64;
    if (piece + 1 >= pieces) return success({ mimeType, base64 });
  }
}

function problemOf(answer: Result<Picture> | 'broken', text: Text): string {
  if (answer === 'broken' || answer.ok) return text.files.notShown;
  if (answer.code === 'refused' && answer.status === undefined) return text.files.notShownKind;
  if (answer.code === 'too_large') return text.files.notShownLarge;
  return fileProblem(answer, text);
}

const bytesIn = (base64: string): number =>
  (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
