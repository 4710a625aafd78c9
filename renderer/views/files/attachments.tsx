// The files of a message: name, type, size once it is known; saved where the user says, pictures shown when asked for.
import { useState } from 'preact/hooks';
import type { Attachment } from '../../../electron/contract/model.ts';
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { DownloadState, useSize } from './download-state.tsx';
import { saveAttachment } from './file-actions.ts';
import { PictureDialog } from './picture-dialog.tsx';

type Props = { ticketId: string; messageId: string; list: readonly Attachment[] };

export function Attachments({ list, ...place }: Props) {
  const text = useText();
  const [shown, setShown] = useState<Attachment | null>(null);
  if (list.length === 0) return null;
  return (
    <>
      <ul class="attachments" aria-label={text.attachments}>
        {list.map((file) => (
          <OneFile key={file.id} {...place} file={file} onPreview={() => setShown(file)} />
        ))}
      </ul>
      {shown !== null && (
        <PictureDialog
          source={{ ...place, attachmentId: shown.id }}
          name={shown.filename ?? text.attachmentNoName}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

type FileProps = Omit<Props, 'list'> & { file: Attachment; onPreview: () => void };

function OneFile({ ticketId, messageId, file, onPreview }: FileProps) {
  const stores = useStores();
  const text = useText();
  const size = useSize();
  const { downloads } = stores;
  const name = file.filename ?? text.attachmentNoName;
  const known = downloads.sizes.value.get(file.id);
  const facts = [typeOf(file), known === undefined ? null : size(known)].filter((fact) => fact !== null);
  const current = downloads.value.value.find(
    (download) => download.attachmentId === file.id && download.ticketId === ticketId,
  );
  return (
    <li>
      <Icon name={isPicture(file) ? 'picture' : 'file'} />
      <span class="file-name" title={name}>
        {name}
      </span>
      <span class="file-type" title={file.mimeType ?? undefined}>
        {facts.join(' · ')}
      </span>
      <span class="file-actions">
        {mayBePicture(file) && (
          <Button icon="eye" label={text.files.previewNamed(name)} onPress={onPreview}>
            {text.files.preview}
          </Button>
        )}
        {(current === undefined || current.state === 'done') && (
          <Button
            icon="down"
            label={text.files.saveNamed(name)}
            busy={downloads.asking.value.has(file.id)}
            onPress={() => void saveAttachment(stores, { ticketId, messageId, attachmentId: file.id })}
          >
            {text.files.save}
          </Button>
        )}
      </span>
      {current !== undefined && <DownloadState download={current} />}
    </li>
  );
}

const pictures = /^(png|jpe?g|gif|webp)$/i;

const typeOf = ({ extension, mimeType }: Attachment): string | null =>
  extension === null || extension === '' ? mimeType : extension.toUpperCase();

const isPicture = ({ extension, mimeType }: Attachment): boolean =>
  pictures.test(extension ?? '') || pictures.test(mimeType?.replace(/^image\//, '') ?? '');

/** A file of which nothing is known may be one, too; the program looks at its first bytes. */
const mayBePicture = (file: Attachment): boolean =>
  isPicture(file) || (file.extension === null && file.mimeType === null);
