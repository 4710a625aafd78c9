// What a reply consists of.
export type Content = { readonly text: string; readonly encrypted: boolean };

export const nothing: Content = { text: '', encrypted: false };

export const same = (a: Content, b: Content): boolean => a.text === b.text && a.encrypted === b.encrypted;
