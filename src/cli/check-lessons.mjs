import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { root } from './load-typescript.mjs';

/** @typedef {import('../lib/content/problem').Problem} Problem */
/** @typedef {import('../lib/content/course').Course} Course */
/** @typedef {import('../lib/content/release').Released} Released */

const messageTable = /(^|\/)(messages\/|kinds\/[^/]+\/messages\.)[a-z.]+\.json$/;

/** The tables of messages, of the interface and of the kinds of questions: path in the project => JSON. */
async function messageTables() {
	const folder = join(root, 'src/lib');
	const names = (await readdir(folder, { recursive: true }))
		.map((name) => name.split(sep).join('/'))
		.filter((name) => messageTable.test(name));
	const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
	return new Map(names.map((name, index) => [`src/lib/${name}`, texts[index] ?? '']));
}

/**
 * Everything that is wrong in a folder of lessons and in the tables of messages, with how much was looked at, the course
 * where nothing is wrong in it, and what was released of it.
 * @param {(path: string) => Promise<Record<string, any>>} load loads a TypeScript module of the project
 * @param {string} [folder] the lessons, where they are not in LESSONS_DIR or `lessons`
 * @returns {Promise<{ problems: Problem[], files: string[], questions: number, course: Course | null, released: Released }>}
 */
export async function checkLessons(load, folder) {
	const [{ compileFolder, lessonsFolder }, { messageProblems }, tables] = await Promise.all([
		load('/src/lib/content/course.server.ts'),
		load('/src/lib/content/rules/icu.ts'),
		messageTables()
	]);
	const { problems, files, ...compiled } = await compileFolder(folder ?? lessonsFolder());
	return {
		problems: [...problems, ...messageProblems(tables)],
		files: [...files, ...tables.keys()],
		...compiled
	};
}

/** @param {Problem} problem */
export const asLine = ({ file, line, rule, message }) => `${file}:${line}  ${rule}  ${message}`;

/** @param {number} number @param {string} one */
export const counted = (number, one) => `${number} ${one}${number === 1 ? '' : 's'}`;

/**
 * '12 files, 45 questions, no mistakes' or '7 mistakes in 3 files'
 * @param {Awaited<ReturnType<typeof checkLessons>>} outcome
 */
export function summary({ problems, files, questions }) {
	const wrong = new Set(problems.map(({ file }) => file)).size;
	return wrong === 0
		? `${counted(files.length, 'file')}, ${counted(questions, 'question')}, no mistakes`
		: `${counted(problems.length, 'mistake')} in ${counted(wrong, 'file')}`;
}
