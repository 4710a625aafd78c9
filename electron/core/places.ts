// What the accounts of the program share: how much of it may be under way at once, whoever asks.
import { createLane, type Lane } from './lane.ts';

export type Places = {
  /** for every request */
  readonly requests: Lane;
  /** for files and pictures, so that looks and replies always find a place free */
  readonly files: Lane;
  readonly pictures: Lane;
};

/** All of them free. */
export const createPlaces = (): Places => ({
  requests: createLane(4),
  files: createLane(2),
  pictures: createLane(1),
});
