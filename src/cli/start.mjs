// npm start: installs what is missing, builds the site, serves it and says where.
import { ensureInstalled } from './ensure-installed.mjs';
import { run } from './run.mjs';

await ensureInstalled();
const built = await run(process.execPath, ['src/cli/build.mjs']);
if (built !== 0) process.exit(built);
const { serve } = await import('./serve.mjs');
const folder = process.env.BUILD_DIR ?? 'build';
const wanted = Number(process.env.PORT ?? 4173);
const { address } = await serve(folder, { port: wanted }).catch(() => serve(folder));
console.log(`\nDurus is at ${address}  (Ctrl+C ends it)`);
