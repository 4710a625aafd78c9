// The words around attachments, downloads and exported tickets in Swedish.
import type { Text } from './en.ts';
import type { enFiles, enFilesKeyNames } from './en-files.ts';

export const svFiles: Pick<Text, keyof typeof enFiles> = {
  exportTicket: 'Exportera…',
  files: {
    save: 'Spara',
    saveNamed: (name) => `Spara ${name}`,
    preview: 'Förhandsvisa',
    previewNamed: (name) => `Förhandsvisa ${name}`,
    wholeSize: 'Verklig storlek',
    fit: 'Anpassa till fönstret',
    notShown: 'Bilden går inte att visa här.',
    notShownLarge: 'Bilden är större än 8 MB. Spara den för att titta på den.',
    notShownKind: 'Det här är ingen bild som går att visa här (PNG, JPEG, GIF, WebP). Spara filen i stället.',
    gone: 'HostUp har inte kvar filen.',
    tooLarge: 'Filen är större än vad programmet hämtar.',
    downloads: 'Hämtade filer',
    progress: (received, total) => (total === null ? received : `${received} av ${total}`),
    progressOf: (name) => `Hur långt ${name} har kommit`,
    starting: 'Startar…',
    interrupted: 'Avbröts när programmet avslutades.',
    saved: 'Sparad',
    resume: 'Återuppta',
    resumeNamed: (name) => `Återuppta ${name}`,
    cancelNamed: (name) => `Avbryt ${name}`,
    showInFolder: 'Visa i mappen',
    showNamed: (name) => `Visa i mappen: ${name}`,
    dismissNamed: (name) => `Ta bort ${name} från listan`,
    notShownInFolder: 'Mappen går inte att öppna härifrån.',
    copyMarkdown: 'Kopiera som Markdown',
    formats: { markdown: 'Markdown', pdf: 'PDF' },
    copyLink: 'Kopiera länken',
    copyAddress: 'Kopiera e-postadressen',
    openLink: 'Öppna länken',
    linkMenu: (host) => `Länk till ${host}`,
    exported: 'Ärendet är exporterat.',
    print: 'Skriv ut',
    printSays: 'Skriv ut, eller välj ”Spara som PDF” som skrivare.',
  },
};

export const svFilesKeyNames: Pick<Text['keyNames'], keyof typeof enFilesKeyNames> = {
  copyMarkdown: 'Kopiera som Markdown',
  exportTicket: 'Exportera ärendet',
};
