// How far one download is, and what can be done about it: shown with its attachment and in the list of all.
import type { Download } from '../../../electron/contract/download.ts';
import { bytesText } from '../../text/bytes.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { actOnDownload, fileProblem } from './file-actions.ts';

export function DownloadState({ download }: { download: Download }) {
  switch (download.state) {
    case 'running':
      return <Running download={download} />;
    case 'broken':
      return <Broken download={download} />;
    case 'done':
      return <Done download={download} />;
  }
}

function Running({ download }: { download: Download }) {
  const text = useText();
  const { id, filename, received, total } = download;
  const size = useSize();
  return (
    <div class="download-state">
      <progress
        aria-label={text.files.progressOf(filename)}
        {...(total === null ? {} : { value: received, max: Math.max(1, total) })}
      />
      <span class="download-figure">
        {received === 0 && total === null
          ? text.files.starting
          : text.files.progress(size(received), total === null ? null : size(total))}
      </span>
      <Cancel id={id} label={text.files.cancelNamed(filename)} />
    </div>
  );
}

function Broken({ download }: { download: Download }) {
  const stores = useStores();
  const text = useText();
  const { id, filename, reason, received, total } = download;
  const size = useSize();
  const gone = reason?.code === 'not_found';
  const far = total === null || received === 0 ? null : text.files.progress(size(received), size(total));
  return (
    <div class="download-state broken">
      <span class="download-figure" role="status">
        {reason === null ? text.files.interrupted : fileProblem(reason, text)}
        {far !== null && <span class="download-far"> {far}</span>}
      </span>
      {!gone && (
        <Button
          icon="refresh"
          label={text.files.resumeNamed(filename)}
          onPress={() => void actOnDownload(stores, 'resume', id)}
        >
          {text.files.resume}
        </Button>
      )}
      <Cancel id={id} label={gone ? text.files.dismissNamed(filename) : text.files.cancelNamed(filename)} />
    </div>
  );
}

function Cancel({ id, label }: { id: string; label: string }) {
  const stores = useStores();
  return (
    <IconButton
      icon="close"
      class="small"
      label={label}
      onPress={() => void actOnDownload(stores, 'cancel', id)}
    />
  );
}

function Done({ download }: { download: Download }) {
  const stores = useStores();
  const text = useText();
  const { id, filename, place } = download;
  return (
    <div class="download-state saved">
      <span class="download-figure" role="status">
        <Icon name="check" />
        {text.files.saved}
        <span class="download-place" title={place}>
          {folderOf(place)}
        </span>
      </span>
      {!stores.inBrowser && (
        <Button label={text.files.showNamed(filename)} onPress={() => void actOnDownload(stores, 'show', id)}>
          {text.files.showInFolder}
        </Button>
      )}
      <IconButton
        icon="close"
        class="small"
        label={text.files.dismissNamed(filename)}
        onPress={() => void actOnDownload(stores, 'dismiss', id)}
      />
    </div>
  );
}

/** The name stands above it already. */
const folderOf = (place: string): string => place.replace(/[/\\][^/\\]*$/, '');

/** Writes sizes in the language of the page. */
export function useSize(): (bytes: number) => string {
  const { language } = useStores().words.value;
  return (bytes) => bytesText(bytes, language);
}
