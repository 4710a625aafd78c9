// How far into the conversation the writer of a draft had seen it: whatever staff wrote after that came meanwhile.

export const outbox003 = `
ALTER TABLE drafts ADD COLUMN seenUpTo TEXT;
`;
