// `npm run torture [-- --quick] [--only NAME] [--seed N] [--cases N]`: breaks the program in every way we know of.
// Prints a table, and for each failure the seed that reproduces it. Exit code 1 when a figure is not reached.
import { parseArgs } from 'node:util';
import { type Report, runSuite, type Suite } from './frame.ts';
import { suites } from './suites.ts';

type Options = {
  readonly quick: boolean;
  readonly only: string | undefined;
  readonly seed: number;
  readonly cases: number | undefined;
};

function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        seed: { type: 'string', default: '1' },
        cases: { type: 'string' },
      },
    });
    const [seed, cases] = [
      Number(values.seed),
      values.cases === undefined ? undefined : Number(values.cases),
    ];
    if (![seed, cases ?? 1].every((number) => Number.isInteger(number) && number > 0))
      return '--seed and --cases take a whole number above 0.';
    if (values.only !== undefined && !suites.some((suite) => suite.name === values.only))
      return `--only takes one of: ${suites.map((suite) => suite.name).join(', ')}.`;
    return { quick: values.quick, only: values.only, seed, cases };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

async function run(suite: Suite, { quick, seed, cases }: Options): Promise<Report> {
  const report = await runSuite(suite, cases ?? (quick ? suite.cases.quick : suite.cases.full), seed);
  const figure = `${report.cases} ${report.unit}, ${report.failures.length} failed, ${report.seconds.toFixed(1)} s`;
  process.stdout.write(
    `${report.failures.length ? 'FAIL' : 'ok  '} ${report.name}: ${figure}${report.facts && `; ${report.facts}`}\n`,
  );
  for (const { seed: failed, what } of report.failures) {
    process.stdout.write(`     seed ${failed}: ${what}\n`);
    process.stdout.write(`     again: npm run torture -- --only ${suite.name} --seed ${failed} --cases 1\n`);
  }
  return report;
}

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}
process.stdout.write(`torture, seeds from ${options.seed}, ${options.quick ? 'quick' : 'full'}\n`);
let [passed, failed] = [0, 0];
for (const suite of suites.filter(({ name }) => options.only === undefined || name === options.only)) {
  const { failures } = await run(suite, options);
  if (failures.length === 0) passed += 1;
  else failed += 1;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
