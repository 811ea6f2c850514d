// npm run lessons: says what is wrong in the lessons and in the tables of messages, and where.
// --json <file> writes how many files passed and failed, and the problems.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { asLine, checkLessons, summary } from './check-lessons.mjs';
import { withTypeScript } from './load-typescript.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const outcome = await withTypeScript((load) => checkLessons(load));
const { problems, files } = outcome;
for (const problem of problems) console.log(asLine(problem));
console.log(summary(outcome));

if (values.json !== undefined) {
	// A file that is missing has a problem too, and counts as failed.
	const failed = new Set(problems.map(({ file }) => file));
	const passed = files.filter((file) => !failed.has(file)).length;
	await writeFile(
		values.json,
		JSON.stringify({ passed, failed: failed.size, problems }, null, '\t') + '\n'
	);
}
process.exitCode = problems.length > 0 ? 1 : 0;
