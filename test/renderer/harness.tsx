// The page on top of a fake program, for a browser. `?scenario=` names its world, `&browser` makes it the
// page of the preview; `window.program` is its remote control.
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
  keepEncrypted: true,
};
window.program = createProgram(world, () => Date.now());
const root = document.getElementById('app');
const { transport, link } = window.program;
if (root !== null) mount({ transport, link, inBrowser: wanted.has('browser') }, window, root);
