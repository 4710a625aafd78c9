// The part of the fake program for files: downloads that do what the world says, one small picture, and documents.
import { failure, success } from '../../electron/contract/codes.ts';
import type { Download } from '../../electron/contract/download.ts';
import type { Handlers } from '../../electron/contract/transport.ts';
import { sessionOf } from './program-accounts.ts';
import { makeDownload } from './program-downloads.ts';
import { toTicket } from './program-fixtures.ts';
import type { Program } from './program-world.ts';
import { notThere } from './program-writes.ts';

type Names = Extract<
  keyof Handlers,
  `attachment.${string}` | `downloads.${string}` | `print.${string}` | 'ticket.export' | 'ticket.markdown'
>;

/** 2 × 2 pixels. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8Dwn4GBgYmBgYGBgQEAGgMCATXlpwkAAAAASUVORK5CYII=';
const pieceLength = 80;

const pieceOf = (piece: number) => ({
  mimeType: 'image/png' as const,
  base64: picture.slice(piece * pieceLength, (piece + 1) * pieceLength),
  pieces: Math.ceil(picture.length / pieceLength),
});

export function createFileHandlers(program: Program): Pick<Handlers, Names> {
  const { files, tickets } = program.world;
  const find = (id: string) => files.downloads.find((known) => known.id === id);
  function become(downloads: Download[]) {
    files.downloads = downloads;
    program.changed('downloads');
    return success(null);
  }
  function add(change: Partial<Download>) {
    if (files.next === 'refused') return success({ id: null });
    const id = `dl_${files.downloads.length + 1}`;
    const state = files.next;
    const received = state === 'done' ? { received: 4_800_000 } : {};
    const reason = state === 'broken' ? failure('connection_lost') : null;
    become([makeDownload({ id, state, reason, ...received, ...change }), ...files.downloads]);
    return success({ id });
  }

  return {
    'attachment.save': ({ ticketId, messageId, attachmentId }) => {
      const message = tickets
        .find(({ row }) => row.id === ticketId)
        ?.messages.find(({ id }) => id === messageId);
      const file = message?.attachments.find(({ id }) => id === attachmentId);
      if (file === undefined) return notThere;
      const filename = file.filename ?? 'attachment';
      return add({ ticketId, messageId, attachmentId, filename, place: `~/Downloads/${filename}` });
    },
    'attachment.preview': ({ piece }) => success(pieceOf(piece)),
    'downloads.list': () => success(files.downloads),
    'downloads.cancel': ({ id }) => become(files.downloads.filter((known) => known.id !== id)),
    'downloads.resume': ({ id }) =>
      become(
        files.downloads.map((known) =>
          known.id === id ? { ...known, state: 'running', reason: null } : known,
        ),
      ),
    'downloads.show': ({ id }) => (files.canShow && find(id) ? success(null) : failure('refused')),
    'downloads.dismiss': ({ id }) => become(files.downloads.filter((known) => known.id !== id)),
    'ticket.export': ({ ticketId, format }) => {
      const filename = `149943 VPS unreachable.${format === 'pdf' ? 'pdf' : 'md'}`;
      const place = `~/Downloads/${filename}`;
      return add({ ticketId, messageId: null, attachmentId: null, filename, place });
    },
    'ticket.markdown': ({ messageId }) =>
      success({ text: messageId === null ? '# VPS unreachable since the reboot\n' : '### 14:02\n' }),
    'print.part': ({ ticketId, before }) => {
      const ticket = tickets.find(({ row }) => row.id === ticketId);
      if (ticket === undefined) return notThere;
      const { messages } = ticket;
      const end = before === null ? messages.length : messages.findIndex(({ id }) => id === before);
      return success({
        account: toldName(program, ticket.row.accountId),
        ticket: toTicket(ticket),
        whole: ticket.fetchedAt !== null,
        total: messages.length,
        messages: messages.slice(Math.max(0, end - 50), Math.max(0, end)),
      });
    },
    'print.ready': () => success(null),
  };
}

/** Null where there is no other account to be told from. */
function toldName({ world }: Program, accountId: string): string | null {
  const { accounts } = sessionOf(world);
  return accounts.length > 1 ? (accounts.find(({ id }) => id === accountId)?.name ?? null) : null;
}
