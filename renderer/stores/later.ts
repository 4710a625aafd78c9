// Waiting, as the stores ask for it, so that tests can turn the clock.

/** Runs something after that many milliseconds; answers the way to call it off. */
export type Later = (run: () => void, milliseconds: number) => () => void;
