// `npm run preview -- --port N [--demo]`: builds the page if it is older than its sources, then runs the program in
// this very Node, with the page in a browser.
import { join } from 'node:path';
import { runPreview } from '../electron/preview/main.ts';

await runPreview(process.argv.slice(2), async () => {
  // Loaded late, so that a wrong argument is answered at once.
  const { bundle } = await import('./bundle.ts');
  const { out } = await bundle({ only: ['renderer'] });
  return join(out, 'renderer');
});
