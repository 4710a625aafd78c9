// The command line of the Electron shell: `--demo`, and whatever Chromium and Electron take themselves.

export type Arguments = { readonly demo: boolean };
export type Read =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly sentence: string };

/** Switches of Chromium and Electron that people and test tools pass; these read them before we are asked. */
const theirs = new Set(
  `no-sandbox no-zygote no-proxy-server no-first-run no-default-browser-check no-service-autorun user-data-dir lang v
  vmodule password-store in-process-gpu single-process headless hide-scrollbars mute-audio type edge-skip-compat-layer-relaunch
  autoplay-policy blink-settings device-scale-factor high-dpi-support touch-events explicitly-allowed-ports
  metrics-recording-only allow-pre-commit-input unsafely-disable-devtools-self-xss-warnings window-position window-size
  xdg-portal-required-version`.split(/\s+/),
);
const theirFamilies =
  /^(disable|enable|force|remote-debugging|ozone|use|inspect|proxy|trace|log|ignore|gtk|wayland|host|js|ssl|auth)(-|$)/;

/**
 * Reads `process.argv`.
 * @param bare Electron was started with the program's folder as an argument (while developing)
 */
export function readArguments(argv: readonly string[], bare: boolean): Read {
  const given = argv.slice(1);
  const folder = bare ? given.findIndex((word) => !word.startsWith('-')) : -1;
  let demo = false;
  for (const [place, word] of given.entries()) {
    if (place === folder) continue;
    if (word === '--demo') demo = true;
    else if (!isTheirs(word))
      return { ok: false, sentence: `Unknown argument "${word}"; the program takes --demo.` };
  }
  return { ok: true, value: { demo } };
}

function isTheirs(word: string): boolean {
  // Finder adds this one when it opens a program.
  if (word.startsWith('-psn_')) return true;
  const name = /^--([a-z0-9-]+)(=.*)?$/s.exec(word)?.[1];
  return name !== undefined && (theirs.has(name) || theirFamilies.test(name));
}
