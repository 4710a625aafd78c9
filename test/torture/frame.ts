// What every torture suite is: cases from a seed, a figure, and the seed of each failure. Knows no suite.

/** One case; answers null, or what went wrong in one line. The same seed is the same case. */
export type Case = (seed: number) => Promise<string | null>;

export type Suite = {
  readonly name: string;
  /** what one case is, in the plural: "histories", "kills" */
  readonly unit: string;
  readonly cases: { readonly full: number; readonly quick: number };
  /** makes what the cases share; `end` tidies up, `facts` are printed beside the figure */
  setUp(): Promise<{ readonly run: Case; readonly end: () => Promise<void>; readonly facts?: () => string }>;
};

export type Report = {
  readonly name: string;
  readonly unit: string;
  readonly cases: number;
  readonly seconds: number;
  readonly facts: string;
  readonly failures: readonly { readonly seed: number; readonly what: string }[];
};

const mostFailures = 10;

/** Runs cases `first`, `first + 1`, …; stops early after ten failures, because the first ones say it all. */
export async function runSuite(suite: Suite, count: number, first: number): Promise<Report> {
  const started = performance.now();
  const { run, end, facts } = await suite.setUp();
  const failures: { seed: number; what: string }[] = [];
  let cases = 0;
  for (; cases < count && failures.length < mostFailures; cases += 1) {
    const seed = first + cases;
    const what = await run(seed).catch((cause: unknown) => `threw ${String(cause)}`);
    if (what !== null) failures.push({ seed, what });
  }
  const said = facts?.() ?? '';
  await end();
  return {
    name: suite.name,
    unit: suite.unit,
    cases,
    seconds: (performance.now() - started) / 1_000,
    facts: said,
    failures,
  };
}
