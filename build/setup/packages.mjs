// What a Debian or Ubuntu machine needs beside Node, and how to tell what is missing. Plain JavaScript: it runs before
// anything is installed, on Node 18 or later.

/**
 * One need: met if any of its commands or packages is there, else by the first package that the system knows. Names
 * ending in t64 are those of newer releases.
 * @typedef {{ what: string, commands?: string[], packages: string[] }} Need
 */

/** @type {Need[]} */
export const needs = [
  // keytar is compiled where there is no prebuilt one
  { what: 'compiler', commands: ['g++', 'c++'], packages: ['g++'] },
  { what: 'make', commands: ['make'], packages: ['make'] },
  { what: 'Python', commands: ['python3'], packages: ['python3'] },
  { what: 'pkg-config', commands: ['pkg-config'], packages: ['pkg-config', 'pkgconf'] },
  { what: 'keychain library', packages: ['libsecret-1-dev'] },
  // Electron
  { what: 'GTK', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { what: 'NSS', packages: ['libnss3'] },
  { what: 'sound library', packages: ['libasound2t64', 'libasound2'] },
  { what: 'graphics buffers', packages: ['libgbm1'] },
  { what: 'idle detection', packages: ['libxss1'] },
  { what: 'notification library', packages: ['libnotify4'] },
  // the tests: a browser, a screen, a session bus, a keyring, a notification daemon, letters to look at
  { what: 'browser', commands: ['chromium', 'google-chrome'], packages: ['chromium', 'chromium-browser'] },
  { what: 'virtual screen', commands: ['Xvfb'], packages: ['xvfb'] },
  { what: 'session bus', commands: ['dbus-run-session'], packages: ['dbus'] },
  { what: 'keyring', commands: ['gnome-keyring-daemon'], packages: ['gnome-keyring'] },
  { what: 'notification daemon', commands: ['dunst'], packages: ['dunst'] },
  { what: 'letters', packages: ['fonts-noto-core'] },
  { what: 'monospaced letters', packages: ['fonts-dejavu-core'] },
];

/**
 * @param {Need[]} all
 * @param {{ hasCommand: (name: string) => boolean, hasPackage: (name: string) => boolean }} machine
 * @returns {Need[]}
 */
export const missing = (all, { hasCommand, hasPackage }) =>
  all.filter(({ commands = [], packages }) => !commands.some(hasCommand) && !packages.some(hasPackage));

/**
 * The package to install for each need, and the needs that this system has no package for.
 * @param {Need[]} wanted
 * @param {(name: string) => boolean} isKnown
 * @returns {{ packages: string[], unknown: string[] }}
 */
export function choose(wanted, isKnown) {
  const chosen = wanted.map(({ what, packages }) => ({ what, name: packages.find(isKnown) }));
  return {
    packages: chosen.flatMap(({ name }) => (name === undefined ? [] : [name])),
    unknown: chosen.filter(({ name }) => name === undefined).map(({ what }) => what),
  };
}
