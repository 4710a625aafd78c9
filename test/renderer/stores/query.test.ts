import { describe, expect, it } from 'vitest';
import { failure, type Result, success } from '../../../electron/contract/codes.ts';
import { createQuery } from '../../../renderer/stores/query.ts';
import { settle } from './parts.ts';

describe('a query', () => {
  it('asks once more, and only once, however often it was asked meanwhile', async () => {
    const answers: ((answer: Result<number>) => void)[] = [];
    const query = createQuery<number>(() => new Promise((resolve) => answers.push(resolve)));
    for (let index = 0; index < 50; index += 1) void query.ask();
    expect(answers).toHaveLength(1);
    answers[0]?.(success(1));
    await settle();
    expect(answers).toHaveLength(2);
    answers[1]?.(success(2));
    await settle();
    expect(answers).toHaveLength(2);
    expect(query.value.value).toBe(2);
  });

  it('keeps the last good answer when a later question fails, and says why', async () => {
    const answers: Result<number>[] = [success(1), failure('offline'), success(3)];
    const query = createQuery<number>(async () => answers.shift() ?? failure('internal'));
    await query.ask();
    await query.ask();
    expect(query.value.value).toBe(1);
    expect(query.problem.value?.code).toBe('offline');
    await query.ask();
    expect(query.value.value).toBe(3);
    expect(query.problem.value).toBeNull();
  });
});
