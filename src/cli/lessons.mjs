// npm run lessons: says what is wrong in the lessons and in the tables of messages. --json <file> keeps the outcome.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadTypeScript, root } from './load-typescript.mjs';

/** @param {number} number @param {string} one */
const counted = (number, one) => `${number} ${one}${number === 1 ? '' : 's'}`;

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const { course, problems, files } = await loadTypeScript(
	'/src/lib/content/course.server.ts',
	(/** @type {typeof import('../lib/content/course.server')} */ content) =>
		content.compileFolder(content.lessonsFolder())
);
for (const { file, line, rule, message } of problems)
	console.log(`${file}:${line}  ${rule}  ${message}`);
console.log(course ? `${counted(files.length, 'file')}, no mistakes` : problems.length);
