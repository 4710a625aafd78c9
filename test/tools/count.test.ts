// The closing line must never be better than the run was.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReport, spellCount, sum } from './count.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'count-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const base = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};
function read(report: unknown, exitCode: number) {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  return readReport(file, exitCode);
}

describe('readReport', () => {
  it('counts what passed, failed and was skipped', () => {
    expect(read(base, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    const mixed = { ...base, success: false, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(read(mixed, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded', () => {
    const broken = { ...base, success: false, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(read(broken, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a file whose hook failed and skipped its tests', () => {
    const skipped = { status: 'failed', assertionResults: [{ status: 'skipped' }, { status: 'skipped' }] };
    const other = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    const mixed = {
      ...base,
      success: false,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [skipped, other],
    };
    expect(read(mixed, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('never hides a failed run', () => {
    expect(read(base, 1).failed).toBe(1);
    expect(read({ ...base, success: false }, 0).failed).toBe(1);
    expect(read('cut off {', 0).failed).toBe(1);
    expect(readReport(join(folder, 'missing.json'), 0).failed).toBe(1);
  });
});

it('adds up and says it in the agreed words', () => {
  const total = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 0 },
  ]);
  expect(spellCount(total)).toBe('7 passed, 1 failed');
  expect(spellCount({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
});
