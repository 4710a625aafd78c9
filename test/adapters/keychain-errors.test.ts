// The one function that reads message text, on the words keytar was seen to use.
import { describe, expect, it } from 'vitest';
import { classifyKeychainError } from '../../electron/adapters/keychain-errors.ts';

describe('classifyKeychainError', () => {
  it.each([
    'Cannot create an item in a locked collection',
    'Prompt was dismissed',
    'The user name or passphrase you entered is not correct. User interaction is not allowed.',
    'User canceled the operation.',
  ])('locked: %s', (words) => {
    expect(classifyKeychainError(new Error(words))).toBe('locked');
  });

  it.each([
    'Cannot autolaunch D-Bus without X11 $DISPLAY',
    'Could not connect: No such file or directory',
    'The name org.freedesktop.secrets was not provided by any .service files',
    'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
    "Cannot find module '../build/Release/keytar.node'",
    '',
  ])('unavailable: %s', (words) => {
    expect(classifyKeychainError(new Error(words))).toBe('unavailable');
  });

  it('takes anything that was thrown', () => {
    for (const thrown of [null, undefined, 'locked collection', 7, {}]) {
      expect(classifyKeychainError(thrown)).toBe('unavailable');
    }
  });
});
