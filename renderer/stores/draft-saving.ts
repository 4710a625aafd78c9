// How what is typed is kept: the same for a reply and for the form of a new ticket.

/** how keeping what is typed stands */
export type SaveState = 'none' | 'saving' | 'saved' | 'failed';

/** the longest time between a keystroke and its save, milliseconds */
export const saveDelay = 250;
/** until a save that failed is tried again, milliseconds */
export const retryDelay = 3_000;
