import { describe, expect, it } from 'vitest';
import { createAttempt } from '../../../renderer/stores/attempt.ts';

const hello = { text: 'hello', encrypted: false };
const longer = { text: 'hello, and more', encrypted: false };

function create() {
  let ids = 0;
  let order = 0;
  const next = () => {
    order += 1;
    return order;
  };
  const newId = () => {
    ids += 1;
    return `reply-${ids}`;
  };
  return { attempt: createAttempt(newId, next), next };
}

describe('the id of a reply', () => {
  it('is the same for another try', () => {
    const { attempt } = create();
    expect(attempt.begin(hello).id).toBe('reply-1');
    attempt.failed(false);
    expect(attempt.begin(hello)).toEqual({ id: 'reply-1', changed: false });
  });

  it('is another once it arrived, and once its text was changed after a refusal', () => {
    const { attempt } = create();
    attempt.begin(hello);
    attempt.end();
    expect(attempt.begin(hello).id).toBe('reply-2');
    attempt.failed(false);
    attempt.changed();
    expect(attempt.begin(longer)).toEqual({ id: 'reply-3', changed: false });
  });

  it('stays while an earlier try is in doubt, which is said where the text is another by now', () => {
    const { attempt } = create();
    attempt.begin(hello);
    attempt.failed(true);
    attempt.changed();
    expect(attempt.begin(longer)).toEqual({ id: 'reply-1', changed: true });
  });
});

describe('a doubt', () => {
  it('ends with what arrived', () => {
    const { attempt, next } = create();
    attempt.begin(hello);
    attempt.failed(true);
    expect(attempt.resolve([{ id: 'reply-1', text: 'hello' }], next())).toEqual(hello);
  });

  it('about two texts ends with the one that arrived, and goes on where that is not told', () => {
    const { attempt, next } = create();
    attempt.begin(hello);
    attempt.failed(true);
    attempt.begin(longer);
    attempt.failed(true);
    expect(attempt.resolve([{ id: 'reply-1', text: null }], next())).toBeNull();
    expect(attempt.begin(longer)).toEqual({ id: 'reply-1', changed: true });
    attempt.failed(true);
    expect(attempt.resolve([{ id: 'reply-1', text: longer.text }], next())).toEqual(longer);
  });

  it('ends where nothing arrived, and the same id may be tried again', () => {
    const { attempt, next } = create();
    attempt.begin(hello);
    attempt.failed(true);
    expect(attempt.resolve([{ id: 'another', text: 'x' }], next())).toBeNull();
    expect(attempt.begin(longer)).toEqual({ id: 'reply-1', changed: false });
  });

  it('is not ended by what was asked for before', () => {
    const { attempt, next } = create();
    const asked = next();
    attempt.begin(hello);
    attempt.failed(true);
    expect(attempt.resolve([], asked)).toBeNull();
    expect(attempt.begin(longer).changed).toBe(true);
  });
});
