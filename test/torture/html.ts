// Hostile ticket bodies through core/text: written ones in every place and spelling, and grown ones. Whatever comes
// in, the page must get nothing that runs, loads, submits or lies about where it leads, and soon.
import type { Suite } from './frame.ts';
import { grownCase } from './html/grammar.ts';
import { judge } from './html/judge.ts';
import { payloads, writtenCase, writtenCases } from './html/payloads.ts';

const grownCases = 100_000;
/** What a body may take: some time, and more by its length and not by its square. */
const allowedMs = (length: number): number => 250 + length / 100;
const tries = 3;

/** Both kinds in turn, until the written ones have all been had. */
const bodyOf = (seed: number): string =>
  seed % 2 === 0 && seed / 2 <= writtenCases ? writtenCase(seed / 2 - 1) : grownCase(seed);

function timed(body: string): { readonly wrong: string | null; readonly ms: number } {
  // Time of this thread: other programs want the processor, too.
  const start = process.threadCpuUsage();
  const wrong = judge(body);
  const { user, system } = process.threadCpuUsage(start);
  return { wrong, ms: (user + system) / 1_000 };
}

export const html: Suite = {
  name: 'html',
  unit: 'hostile bodies',
  cases: { full: writtenCases + grownCases, quick: 1_500 },
  async setUp() {
    let slowest = 0;
    let written = 0;

    return {
      async run(seed) {
        if (seed % 2 === 0 && seed / 2 <= writtenCases) written += 1;
        const body = bodyOf(seed);
        let { wrong, ms } = timed(body);
        for (let more = 1; more < tries && ms > allowedMs(body.length); more += 1) {
          ms = Math.min(ms, timed(body).ms);
        }
        slowest = Math.max(slowest, ms);
        if (ms > allowedMs(body.length)) wrong ??= `${body.length} characters took ${ms.toFixed(0)} ms`;
        return wrong && `${wrong} in ${JSON.stringify(body.slice(0, 300))}`;
      },
      end: async () => {},
      facts: () =>
        `${written} made of ${payloads.length} written payloads, slowest body ${slowest.toFixed(0)} ms`,
    };
  },
};
