// npm run dev: the site with changes shown at once, in the code and in the lessons.
import { ensureInstalled } from './ensure-installed.mjs';
import { runTool } from './run.mjs';

await ensureInstalled();
process.exit(await runTool('vite/bin/vite.js', ['dev', ...process.argv.slice(2)]));
