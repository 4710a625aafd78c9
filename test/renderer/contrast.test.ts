// The contrast of every pair of text and ground that the page uses, computed from the tokens (WCAG 2.2, 1.4.3 and 1.4.11).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../renderer/styles');
const sheets = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const tokens = new Map(
  [...sheets.join('\n').matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }] as const,
  ),
);

/** Text and the grounds it stands on. */
const textOn: Record<string, readonly string[]> = {
  text: [
    'ground',
    'pane',
    'raised',
    'sunken',
    'hover',
    'chosen',
    'accent-soft',
    'you-soft',
    'wait-soft',
    'danger-soft',
    'mark',
  ],
  dim: ['ground', 'pane', 'raised', 'sunken', 'hover', 'chosen', 'accent-soft', 'danger-soft'],
  accent: ['ground', 'pane', 'raised', 'hover', 'chosen', 'accent-soft', 'danger-soft'],
  'accent-strong': ['raised', 'pane', 'accent-soft', 'danger-soft'],
  'on-accent': ['accent', 'accent-strong'],
  you: ['you-soft', 'pane'],
  wait: ['wait-soft'],
  danger: ['danger-soft', 'raised', 'ground', 'pane', 'hover'],
  lock: ['lock-soft'],
  pane: ['text'],
};

const accounts = ['blue', 'green', 'amber', 'rose', 'violet', 'teal', 'orange', 'slate'];
/** What an account's sign stands on: rows, lists, the composer, banners, alerts. */
const accountGrounds = [
  'ground',
  'pane',
  'raised',
  'hover',
  'chosen',
  'you-soft',
  'wait-soft',
  'danger-soft',
] as const;
for (const name of accounts) textOn[`account-${name}`] = accountGrounds;

/** Shapes that carry meaning without words, and the edges of controls. */
const shapesOn: Record<string, readonly string[]> = {
  'line-strong': ['ground', 'pane', 'raised', 'sunken'],
  accent: ['ground', 'pane', 'raised', 'chosen', 'hover'],
  danger: ['ground', 'pane', 'danger-soft'],
  you: ['ground', 'you-soft'],
  lock: ['raised', 'pane'],
  pane: ['lock'],
};

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = (list: Record<string, readonly string[]>) =>
  Object.entries(list).flatMap(([front, grounds]) =>
    grounds.flatMap((ground) => (['light', 'dark'] as const).map((theme) => [front, ground, theme] as const)),
  );

const measure = (front: string, ground: string, theme: 'light' | 'dark') =>
  contrast(tokens.get(front)?.[theme] ?? '', tokens.get(ground)?.[theme] ?? '');

describe('contrast', () => {
  it('knows black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(pairs(textOn))('%s on %s, %s, is at least 4.5', (front, ground, theme) => {
    expect(measure(front, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapesOn))('the shape %s on %s, %s, is at least 3', (front, ground, theme) => {
    expect(measure(front, ground, theme)).toBeGreaterThanOrEqual(3);
  });

  it('leaves out no colour of text', () => {
    const used = new Set(
      [...sheets.join('\n').matchAll(/(?<![\w-])color:\s*var\(--([\w-]+)\)/g)].map(([, name]) => name),
    );
    expect([...used].filter((name) => !(name ?? '' in textOn) || textOn[name ?? ''] === undefined)).toEqual(
      [],
    );
  });

  it('leaves no colour outside of the tokens', () => {
    const rest = sheets.filter((sheet) => !sheet.includes('--ground: light-dark('));
    const strays = rest.flatMap((sheet) => sheet.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi) ?? []);
    expect(new Set(strays)).toEqual(new Set(['#1b1a1852', '#000a']));
  });
});
