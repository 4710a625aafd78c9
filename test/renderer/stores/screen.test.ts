import { describe, expect, it } from 'vitest';
import { createScreen } from '../../../renderer/stores/screen.ts';
import { createParts } from './parts.ts';

function open() {
  const { later, clock } = createParts();
  const screen = createScreen(later);
  const undone: string[] = [];
  return { screen, clock, undone, undo: (name: string) => () => void undone.push(name) };
}

describe('a passing message', () => {
  it('passes', async () => {
    const { screen, clock } = open();
    screen.say('Copied');
    expect(screen.flash.value?.message).toBe('Copied');
    expect(screen.undo()).toBe(false);
    await clock.advance(5_000);
    expect(screen.flash.value).toBeNull();
  });

  it('stays at least eight seconds when it can be undone, and is undone once', async () => {
    const { screen, clock, undone, undo } = open();
    screen.say('Hidden', undo('hide'));
    await clock.advance(8_000);
    expect(screen.undo()).toBe(true);
    expect(screen.undo()).toBe(false);
    expect(undone).toEqual(['hide']);
    expect(screen.flash.value).toBeNull();
  });

  it('cannot be undone once it is gone, or another one took its place', async () => {
    const { screen, clock, undone, undo } = open();
    screen.say('Hidden', undo('hide'));
    await clock.advance(11_000);
    expect(screen.undo()).toBe(false);
    screen.say('Pinned', undo('pin'));
    screen.say('Muted', undo('mute'));
    screen.undo();
    expect(undone).toEqual(['mute']);
  });

  it('stays while somebody is at it', async () => {
    const { screen, clock, undo } = open();
    screen.say('Hidden', undo('hide'));
    screen.holdFlash(true);
    await clock.advance(60_000);
    expect(screen.flash.value).not.toBeNull();
    screen.holdFlash(false);
    await clock.advance(11_000);
    expect(screen.flash.value).toBeNull();
    screen.holdFlash(false);
    expect(screen.flash.value).toBeNull();
  });
});
