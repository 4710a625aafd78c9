// Every file on its way or just saved, of all tickets, under the list.
import { useStores, useText } from '../../ui/context.ts';
import { DownloadState } from './download-state.tsx';

export function DownloadsDock() {
  const { downloads } = useStores();
  const text = useText();
  const list = downloads.value.value;
  if (list.length === 0) return null;
  return (
    <section class="downloads" aria-label={text.files.downloads}>
      <h2>{text.files.downloads}</h2>
      <ul>
        {list.map((download) => (
          <li key={download.id}>
            <span class="download-name" title={download.filename}>
              {download.filename}
            </span>
            <DownloadState download={download} />
          </li>
        ))}
      </ul>
    </section>
  );
}
