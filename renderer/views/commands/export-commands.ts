// Taking a ticket out of the program: as Markdown on the clipboard, or as a document.
import { copyMarkdown, exportTicket } from '../files/file-actions.ts';
import type { TicketCommand } from './command.ts';
import { spotForMenu } from './menu-spot.ts';

const copyAsMarkdown: TicketCommand = {
  name: 'copyMarkdown',
  icon: 'copy',
  label: (text) => text.files.copyMarkdown,
  allowed: (_, rows) => rows.length === 1,
  run(stores, [row]) {
    if (row !== undefined) void copyMarkdown(stores, row.id, null);
  },
};

const exportAs: TicketCommand = {
  name: 'exportTicket',
  icon: 'down',
  label: (text) => text.exportTicket,
  allowed: (_, rows) => rows.length === 1,
  run: (stores, rows) => stores.screen.showMenu({ rows, at: spotForMenu(), first: 'exportTicket' }),
  choices(stores, [row]) {
    const { formats } = stores.words.peek().text.files;
    if (row === undefined) return [];
    return (['markdown', 'pdf'] as const).map((format) => ({
      label: formats[format],
      icon: 'file' as const,
      run: () => void exportTicket(stores, row.id, format),
    }));
  },
};

export const exportCommands: readonly TicketCommand[] = [copyAsMarkdown, exportAs];
