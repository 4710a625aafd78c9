// A region that scrolls must be reachable with the keyboard, or its text can't be read without a mouse.
export const scrollable = { tabIndex: 0 } as const;
