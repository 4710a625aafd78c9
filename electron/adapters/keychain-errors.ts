// What a failure of keytar means. Its errors carry no code, only the keychain's own words, so this one
// function reads message text; nothing else in the program does.

/** Words that the keychains of Linux, macOS and Windows use for "it is there, but not open to us now". */
const closed = [
  'locked collection', // libsecret: write into a locked keyring (measured)
  'is locked',
  'prompt was dismissed',
  'was cancelled',
  'user canceled', // macOS errSecUserCanceled
  'interaction is not allowed', // macOS errSecInteractionNotAllowed: locked, or no desktop session
  'access denied',
];

/** 'locked': the user can open it and try again. 'unavailable': there is no keychain that works. */
export function classifyKeychainError(cause: unknown): 'locked' | 'unavailable' {
  const words = cause instanceof Error ? cause.message.toLowerCase() : '';
  return closed.some((phrase) => words.includes(phrase)) ? 'locked' : 'unavailable';
}
