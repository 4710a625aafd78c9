// How many of the corpus' secrets are noticed, and how many harmless texts are disturbed. Prints the rates.
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../renderer/secrets/find-secret.ts';
import { strongestFirst } from '../../../renderer/secrets/kinds.ts';
import { generated, handWritten } from './corpus.ts';
import { findSecret } from './find-one.ts';
import { measure, show } from './rates.ts';

const found = [...handWritten.found, ...generated.found];
const quiet = [...handWritten.quiet, ...generated.quiet];

describe('the corpus', () => {
  it('is large, varied and labelled', () => {
    expect(found.length).toBeGreaterThanOrEqual(300);
    expect(quiet.length).toBeGreaterThanOrEqual(1_000);
    expect(handWritten.found.length).toBeGreaterThanOrEqual(300);
    expect(handWritten.quiet.length).toBeGreaterThanOrEqual(800);
    expect(new Set([...found, ...quiet].map(({ text }) => text)).size).toBeGreaterThan(
      0.98 * (found.length + quiet.length),
    );
    expect(found.every(({ carries }) => carries !== null)).toBe(true);
    expect(quiet.every(({ carries }) => carries === null)).toBe(true);
    for (const kind of strongestFirst) expect(found.some(({ carries }) => carries === kind)).toBe(true);
  });

  it.each([
    ['hand-written', handWritten.found, handWritten.quiet],
    ['from frames', generated.found, generated.quiet],
    ['all', found, quiet],
  ])('%s: at least 98 % found, at most 0.5 % false alarms', (name, secrets, harmless) => {
    const rates = measure(name, secrets, harmless);
    console.log(rates.line);
    expect(rates.found, `missed:${show(rates.missed)}`).toBeGreaterThanOrEqual(0.98);
    expect(rates.wrong, `alarms:${show(rates.alarms)}`).toBeLessThanOrEqual(0.005);
    expect(rates.mistaken.length / secrets.length, show(rates.mistaken)).toBeLessThanOrEqual(0.01);
  });

  it.each(strongestFirst)('finds at least 90 % of each kind: %s', (kind) => {
    const rates = measure(
      kind,
      found.filter(({ carries }) => carries === kind),
      quiet,
    );
    console.log(rates.line);
    expect(rates.found, `missed:${show(rates.missed)}`).toBeGreaterThanOrEqual(0.9);
  });

  it('marks a place inside the text, in order and without overlap', () => {
    for (const { text } of found) {
      let last = 0;
      for (const { start, end } of findSecrets(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }
  });

  it('answers the same at every call', () => {
    for (const { text } of [...found, ...quiet]) expect(findSecret(text)).toBe(findSecret(text));
  });
});

describe('surroundings', () => {
  const letter =
    'Hej!\n\nVi har haft problem sedan i morse, kl 09:40, med vps-2231 (203.0.113.8). Ärende #48213 är stängt.\n\n';
  const greeting = '\n\nMvh\nLena Lindman\nLindmans AB, 556677-8899\n070-123 45 67\n';

  it('finds as much in the middle of a letter', () => {
    const inside = found.map((sample) => ({ ...sample, text: letter + sample.text + greeting }));
    const rates = measure('inside a letter', inside, quiet);
    console.log(rates.line);
    expect(rates.found, show(rates.missed)).toBeGreaterThanOrEqual(0.95);
  });

  it('stays as quiet in the middle of a letter', () => {
    const inside = quiet.map((sample) => ({ ...sample, text: letter + sample.text + greeting }));
    const rates = measure('inside a letter', found, inside);
    console.log(rates.line);
    expect(rates.wrong, show(rates.alarms)).toBeLessThanOrEqual(0.01);
  });

  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['decomposed letters, as macOS writes them', (text: string) => text.normalize('NFD')],
    ['quoted', (text: string) => `> ${text.replaceAll('\n', '\n> ')}`],
    ['indented', (text: string) => `    ${text.replaceAll('\n', '\n    ')}`],
  ])('finds and leaves as before: %s', (name, change) => {
    const apply = (samples: typeof found) =>
      samples.map((sample) => ({ ...sample, text: change(sample.text) }));
    const rates = measure(name, apply(found), apply(quiet));
    console.log(rates.line);
    expect(rates.found, show(rates.missed)).toBeGreaterThanOrEqual(0.95);
    expect(rates.wrong, show(rates.alarms)).toBeLessThanOrEqual(0.01);
  });

  it('rarely raises an alarm in between, while a harmless text is being typed', () => {
    const typed = handWritten.quiet.filter(({ text }) => text.length <= 160);
    const disturbed = typed.filter(({ text }) => {
      for (let end = 1; end <= text.length; end += 1)
        if (findSecret(text.slice(0, end)) !== null) return true;
      return false;
    });
    console.log(`typed letter by letter: disturbed ${disturbed.length} of ${typed.length} harmless texts`);
    expect(disturbed.length / typed.length, show(disturbed)).toBeLessThanOrEqual(0.03);
  });
});
