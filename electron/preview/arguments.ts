// The preview's command line: `--port N [--demo]`. Every refusal is one sentence.

export type Arguments = { readonly port: number; readonly demo: boolean };
export type Read =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly sentence: string };

const refuse = (sentence: string): Read => ({ ok: false, sentence });

/** @param words the arguments after the script's name */
export function readArguments(words: readonly string[]): Read {
  let port = 0;
  let demo = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--demo') {
      demo = true;
    } else if (word === '--port' || word.startsWith('--port=')) {
      const text = word === '--port' ? (words[++at] ?? '') : word.slice('--port='.length);
      port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
      if (!(port <= 65_535)) return refuse(`--port takes a number from 0 to 65535, not "${text}".`);
    } else {
      return refuse(`Unknown argument "${word}"; the preview takes --port N and --demo.`);
    }
  }
  return { ok: true, value: { port, demo } };
}
