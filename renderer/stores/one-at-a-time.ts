// Work that many changes ask for at once.

/**
 * Runs it once at a time. Whoever asks for it meanwhile gets one more run after this one, however many ask.
 * @returns asks for it; resolves when it has been done
 */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  async function repeat(): Promise<void> {
    do {
      again = false;
      await run();
    } while (again);
    running = null;
  }
  return () => {
    if (running === null) running = repeat();
    else again = true;
    return running;
  };
}
