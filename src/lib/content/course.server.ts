import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compileCourse } from './compile-course';
import type { Course } from './course';
import { problemLine } from './problem';
import { isLessonFile } from './reader';
import type { Released } from './release';

/** The folder that authors edit; another course is built with LESSONS_DIR. */
export const lessonsFolder = (): string => process.env.LESSONS_DIR ?? 'lessons';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** Every file of a folder: its path inside, with "/" on every system => its text. */
export async function readLessonFiles(folder: string): Promise<Map<string, string>> {
	const paths = await filesIn(folder);
	const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
	return new Map(
		paths.map((path, index) => [relative(folder, path).split(sep).join('/'), texts[index]!])
	);
}

/** Compiles a folder; files are named with the folder in front. Questions are counted where nothing is wrong. */
export async function compileFolder(
	folder: string
): Promise<ReturnType<typeof compileCourse> & { files: string[]; questions: number }> {
	const files = await readLessonFiles(folder);
	const { course, problems, released } = compileCourse(files, { hash: sha256 });
	const named = (file: string) => `${folder.replace(/[\\/]+$/, '')}/${file}`;
	const lessons = course?.modules.flatMap((module) => module.lessons) ?? [];
	return {
		course,
		released,
		problems: problems.map((problem) => ({ ...problem, file: named(problem.file) })),
		files: [...files.keys()].filter(isLessonFile).map(named),
		questions: lessons.reduce(
			(sum, { questions, checks }) => sum + questions.length + checks.length,
			0
		)
	};
}

/** Changes when a file of the folder is added, removed or written. */
async function stateOf(folder: string): Promise<string> {
	const paths = await filesIn(folder);
	const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
	return `${folder} ${paths.length} ${Math.max(...times)}`;
}

interface Compiled {
	readonly course: Course;
	readonly released: Released;
}

let kept: { state: string; compiled: Promise<Compiled> } | undefined;

async function compiled(folder: string): Promise<Compiled> {
	const { course, released, problems } = await compileFolder(folder);
	if (!course)
		throw new Error(`The lessons have mistakes:\n${problems.map(problemLine).join('\n')}`);
	return { course, released };
}

/** Compiled again after an edit. */
async function load(): Promise<Compiled> {
	const folder = lessonsFolder();
	const state = await stateOf(folder);
	if (kept?.state !== state) kept = { state, compiled: compiled(folder) };
	return kept.compiled;
}

/** The course in the lessons folder. Throws an Error that lists all mistakes, one a line. */
export const loadCourse = async (): Promise<Course> => (await load()).course;

/** What was released of it; {} before the first release. Throws as `loadCourse` does. */
export const loadReleased = async (): Promise<Released> => (await load()).released;
