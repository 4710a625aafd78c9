// How long work takes by the time of this process alone: other work on the machine is no slowness of ours.

/** Milliseconds. */
export async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1_000;
}
