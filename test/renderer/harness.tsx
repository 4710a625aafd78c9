// The page on top of a fake program, for a browser. `?scenario=` names its world, `&browser` makes it the
// page of the preview, `&frozen` gives it ids in order and the fonts that setup installs; `window.program` is its
// remote control.
import { mount } from '../../renderer/mount.tsx';
import { createProgram } from '../fakes/program.ts';
import { scenarios } from '../fakes/program-scenarios.ts';
import { createWorld, type Program } from '../fakes/program-world.ts';

declare global {
  interface Window {
    program: Program;
  }
}

const wanted = new URLSearchParams(location.search);
const world = createWorld(Date.now());
for (const name of (wanted.get('scenario') ?? 'normal').split(',')) scenarios[name]?.(world, Date.now());
world.settings = {
  ...world.settings,
  language: wanted.get('language') === 'sv' ? 'sv' : 'en',
  theme: wanted.get('theme') === 'dark' ? 'dark' : wanted.get('theme') === 'light' ? 'light' : 'system',
};
window.program = createProgram(world, () => Date.now());
if (wanted.has('frozen')) {
  let made = 0;
  crypto.randomUUID = () => {
    made += 1;
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  };
  document.documentElement.style.setProperty('--font', '"DejaVu Sans"');
  document.documentElement.style.setProperty('--mono', '"DejaVu Sans Mono"');
}
const root = document.getElementById('app');
const { transport, link, startedAnew } = window.program;
if (root !== null) mount({ transport, link, startedAnew, inBrowser: wanted.has('browser') }, window, root);
