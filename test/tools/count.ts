// How many tests passed, failed and were skipped, out of vitest's JSON report.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

const ReportSchema = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(
    v.object({ status: v.string(), assertionResults: v.array(v.object({ status: v.string() })) }),
  ),
});

/**
 * A file that failed without a failed test (it could not be loaded, or a hook of it failed) counts as one failure, and
 * so does a run that failed for anything else: an error outside the tests, or no report at all.
 * @param exitCode of the run
 */
export function readReport(file: string, exitCode: number): Count {
  const report = v.safeParse(ReportSchema, readJson(file));
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.output;
  const filesAlone = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const failed = numFailedTests + filesAlone.length;
  const hidden = failed === 0 && (exitCode !== 0 || !report.output.success);
  return {
    passed: numPassedTests,
    failed: failed + (hidden ? 1 : 0),
    skipped: numPendingTests + numTodoTests,
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export const sum = (counts: readonly Count[]): Count =>
  counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));

/** The closing line. */
export const spellCount = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
