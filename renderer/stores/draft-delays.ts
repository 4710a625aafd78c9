// When what is typed is kept, milliseconds: the same for a reply and for the form of a new ticket.

/** the longest time between a keystroke and its save */
export const saveDelay = 250;
/** until a save that failed is tried again */
export const retryDelay = 3_000;
