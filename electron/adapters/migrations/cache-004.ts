// The index of words knows the names of those who wrote, too: it is made again when the cache is next opened.

export const cache004 = `
INSERT OR REPLACE INTO meta (key, value) SELECT 'search-index', 'outdated' WHERE EXISTS (SELECT 1 FROM tickets);
`;
