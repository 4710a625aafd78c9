// Soak: thirty virtual days of ordinary life in one process. Memory and open descriptors stay flat, an unchanged account
// costs one request a look, every reply is told once and sent once.
import { watchBugs } from './bugs.ts';
import type { Case, Suite } from './frame.ts';
import { mib, type Sample, sample, slope } from './heap.ts';
import { createMonth, type Month } from './soak-month.ts';

const daysOfMonth = 30;
/** The stand-in and the account of what was told keep a few bytes for each message; a leak is more. */
const mostGrowth = 64 * 1024;
/** Fewer say nothing; caches warm up in the days before. */
const enoughSamples = 15;

export const soak: Suite = {
  name: 'soak',
  unit: 'virtual days',
  cases: { full: daysOfMonth, quick: 1 },
  async setUp() {
    const bugs = watchBugs();
    let month: Month | null = null;
    let current = -1;
    let lived = 0;
    let samples: Sample[] = [];

    async function begin(number: number): Promise<Month> {
      await month?.end();
      current = number;
      lived = 0;
      samples = [];
      return createMonth(number);
    }

    /** Day N follows the days before it, so a seed that is asked for alone lives through its month up to that day. */
    const run: Case = async (seed) => {
      const number = Math.floor((seed - 1) / daysOfMonth);
      if (number !== current) month = await begin(number);
      const last = ((seed - 1) % daysOfMonth) + 1;
      for (; month && lived < last; lived += 1) {
        await month.liveADay();
        samples.push(sample(lived + 1));
        const wrong = bugs.take() ?? month.complaint() ?? growth();
        if (wrong) return `day ${lived + 1}: ${wrong}`;
      }
      return null;
    };

    function growth(): string | null {
      if (samples.length < enoughSamples) return null;
      if (slope(samples, 'heap') > mostGrowth)
        return `the heap grows by ${mib(slope(samples, 'heap'))} MiB a day`;
      if (slope(samples, 'descriptors') > 0.2)
        return `${samples.at(-1)?.descriptors} descriptors are open, and more every day`;
      return null;
    }

    return {
      run,
      async end() {
        await month?.end();
        bugs.stop();
      },
      facts: () => {
        const { calm, life, sent } = month ?? { calm: { looks: 0, requests: 0 }, life: null, sent: () => 0 };
        const { replies, notices } = life?.told.counts() ?? { replies: 0, notices: 0 };
        const heaps = samples.map(({ heap }) => mib(heap));
        return (
          `${life?.requests() ?? 0} requests; ${calm.looks} looks with nothing new cost ${calm.requests}; ${sent()} replies sent, ` +
          `${replies} received in ${notices} notifications; heap ${heaps[0]} to ${heaps.at(-1)} MiB ` +
          `(${Math.round(slope(samples.slice(-enoughSamples), 'heap') / 1024)} KiB a day at the end), descriptors ${samples[0]?.descriptors} to ` +
          `${samples.at(-1)?.descriptors} (${slope(samples, 'descriptors').toFixed(2)} a day)`
        );
      },
    };
  },
};
