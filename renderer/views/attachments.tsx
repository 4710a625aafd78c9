// The files of a message, by name and type.
import type { Attachment } from '../../electron/contract/model.ts';
import { useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';

export function Attachments({ list }: { list: readonly Attachment[] }) {
  const text = useText();
  if (list.length === 0) return null;
  return (
    <ul class="attachments" aria-label={text.attachments}>
      {list.map((file) => (
        <li key={file.id}>
          <Icon name="clip" />
          <span class="file-name">{file.filename ?? text.attachmentNoName}</span>
          <span class="file-type">{file.mimeType ?? file.extension ?? ''}</span>
        </li>
      ))}
    </ul>
  );
}
