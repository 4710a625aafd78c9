// Waiting for what real files and sockets bring about while the program's clock is a virtual one.

const patience = 30_000;

/** Turns the clock and asks again until there is an answer. @param what said where it was waited for in vain */
export async function until<T>(
  clock: { advance(ms: number): Promise<unknown> },
  what: string,
  ask: () => Promise<T | null | false | undefined>,
): Promise<T> {
  for (const late = Date.now() + patience; Date.now() < late; ) {
    await clock.advance(50);
    const found = await ask();
    if (found !== null && found !== false && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`waited in vain for ${what}`);
}
