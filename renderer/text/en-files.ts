// The words around attachments, downloads and exported tickets in English.
export const enFiles = {
  exportTicket: 'Export…',
  files: {
    save: 'Save',
    saveNamed: (name: string) => `Save ${name}`,
    preview: 'Preview',
    previewNamed: (name: string) => `Preview ${name}`,
    wholeSize: 'Actual size',
    fit: 'Fit to window',
    notShown: 'This picture cannot be shown here.',
    notShownLarge: 'This picture is larger than 8 MB. Save it to look at it.',
    notShownKind: 'This is no picture that can be shown here (PNG, JPEG, GIF, WebP). Save it instead.',
    gone: 'HostUp no longer has this file.',
    tooLarge: 'The file is larger than this program fetches.',
    downloads: 'Downloads',
    progress: (received: string, total: string | null) =>
      total === null ? received : `${received} of ${total}`,
    progressOf: (name: string) => `Progress of ${name}`,
    starting: 'Starting…',
    interrupted: 'Broken off when the program ended.',
    saved: 'Saved',
    resume: 'Resume',
    resumeNamed: (name: string) => `Resume ${name}`,
    cancelNamed: (name: string) => `Cancel ${name}`,
    showInFolder: 'Show in folder',
    showNamed: (name: string) => `Show in folder: ${name}`,
    dismissNamed: (name: string) => `Take ${name} off the list`,
    notShownInFolder: 'The folder cannot be opened from here.',
    copyMarkdown: 'Copy as Markdown',
    formats: { markdown: 'Markdown', pdf: 'PDF' },
    copyLink: 'Copy link',
    copyAddress: 'Copy e-mail address',
    openLink: 'Open link',
    linkMenu: (host: string) => `Link to ${host}`,
    exported: 'The ticket is exported.',
    print: 'Print',
  },
};

export const enFilesKeyNames = {
  copyMarkdown: 'Copy as Markdown',
  exportTicket: 'Export the ticket',
};
