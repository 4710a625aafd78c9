export const toPlain = (body: string): string => body;
