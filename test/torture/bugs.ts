// Hears what a program must never do: reject or throw where nobody listens.

export type Bugs = {
  /** the first since it was last asked; null: none */
  take(): string | null;
  stop(): void;
};

export function watchBugs(): Bugs {
  const heard: string[] = [];
  const hear = (cause: unknown) =>
    void heard.push(`nobody heard ${cause instanceof Error ? cause.stack : cause}`);
  process.on('unhandledRejection', hear);
  process.on('uncaughtException', hear);
  return {
    take: () => heard.splice(0)[0] ?? null,
    stop() {
      process.off('unhandledRejection', hear);
      process.off('uncaughtException', hear);
    },
  };
}
