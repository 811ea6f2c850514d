// npm run build: checks the lessons, builds the site into build/ (BUILD_DIR), says what each page weighs.
import { codeVersion } from './code-version.mjs';
import { printSizes, sizesOf } from './page-sizes.mjs';
import { run, runTool } from './run.mjs';
import { writeRevisions } from './write-revisions.mjs';

const lessons = await run(process.execPath, ['src/cli/lessons.mjs']);
if (lessons !== 0) process.exit(lessons);
const built = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
	APP_VERSION: process.env.APP_VERSION ?? codeVersion()
});
if (built !== 0) process.exit(built);
const folder = process.env.BUILD_DIR ?? 'build';
writeRevisions(folder);
printSizes(await sizesOf(folder));
