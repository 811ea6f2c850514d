// Tests resolve packages as a browser does, and there Markdown's reader wants a document.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCourse } from '#lib/content/compile-course';
import { readLessonFiles } from '#lib/content/course.server';
import { problemLine } from '#lib/content/problem';
import { messageProblems } from '#lib/content/rules/icu';
import { rules } from '#lib/content/rules/rule';
import type { KindExamples } from '#lib/quiz/examples';

/*
 * Every folder of fixtures/lessons-bad is named for the rule it breaks (`<rule>` or `<rule>--<variant>`). Its files are
 * laid over the good course of fixtures/lessons-small: `<path>.edit` changes a file there (blocks "=== was" and
 * "=== is"), `<path>.delete` removes one, any other replaces or adds one; `messages/` holds tables of messages.
 * `expected.txt` is every problem there must be, and no other. `npx vitest run tests/lessons-bad.test.ts -u` writes it
 * anew: read the difference.
 */
const bad = 'tests/fixtures/lessons-bad';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const good = await readLessonFiles('tests/fixtures/lessons-small');
const folders = readdirSync(bad);

/** The text with each "=== was" replaced by its "=== is". Throws where one does not stand in it exactly once. */
function edited(path: string, text: string, edit: string): string {
	const blocks = [
		...edit.matchAll(/^=== was\n([\s\S]*?)\n=== is\n([\s\S]*?)(?=\n?^=== was\n|\n?$(?![\s\S]))/gm)
	];
	if (blocks.length === 0) throw new Error(`${path}: no "=== was"`);
	return blocks.reduce((result, [, was = '', is = '']) => {
		if (result.split(was).length !== 2) throw new Error(`${path}: not exactly once: ${was}`);
		return result.replace(was, () => is);
	}, text);
}

async function problemsIn(folder: string): Promise<string> {
	const files = new Map(good);
	const tables = new Map<string, string>();
	for (const [path, text] of await readLessonFiles(`${bad}/${folder}`)) {
		const target = path.replace(/\.(edit|delete)$/, '');
		if (path === 'expected.txt') continue;
		if (path.startsWith('messages/')) tables.set(path, text);
		else if (path.endsWith('.delete')) files.delete(target);
		else if (path.endsWith('.edit')) files.set(target, edited(path, good.get(target) ?? '', text));
		else files.set(path, text);
	}
	const { course, problems } = compileCourse(files, { hash });
	expect(course === null).toBe(problems.length > 0);
	return [...problems, ...messageProblems(tables)]
		.map((problem) => `${problemLine(problem)}\n`)
		.join('');
}

it('the good course has no problems', () => {
	expect(compileCourse(good, { hash }).problems).toEqual([]);
});

describe('bad lessons', () => {
	it.each(folders)('%s', async (folder) => {
		const lines = await problemsIn(folder);
		expect(lines).toContain(`  ${folder.split('--')[0]}  `);
		await expect(lines).toMatchFileSnapshot(`fixtures/lessons-bad/${folder}/expected.txt`);
	});
});

it('every rule has a folder, and every folder a rule', () => {
	const named = new Set(folders.map((folder) => folder.split('--')[0]));
	expect([...named].sort()).toEqual([...rules].sort());
});

it('every rule stands in the guide', () => {
	const [, table = ''] = readFileSync('lessons/README.md', 'utf8').split('## What is checked');
	expect(rules.filter((rule) => !table.includes(`\`${rule}\``))).toEqual([]);
});

it('every rule that a kind of question reports is known', () => {
	const examples = import.meta.glob<{ examples: KindExamples }>(
		'../src/lib/quiz/kinds/*/examples.ts',
		{ eager: true }
	);
	const reported = Object.values(examples).flatMap((module) =>
		module.examples.bad.map(({ rule }) => rule)
	);
	expect(reported.filter((rule) => !(rules as readonly string[]).includes(rule))).toEqual([]);
});

it('no message has a word of a programmer in it', () => {
	const expected = folders
		.map((folder) => readFileSync(`${bad}/${folder}/expected.txt`, 'utf8'))
		.join('');
	expect(expected).not.toMatch(
		/Invalid|Expected|received|undefined|null|Object|Array|string\b|\bNaN/
	);
});
