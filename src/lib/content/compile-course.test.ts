// Tests resolve packages as a browser does, and there Markdown's reader wants a document.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { kinds } from '#lib/quiz/kinds';
import { compileCourse } from './compile-course';
import { readLessonFiles } from './course.server';
import { lessonsOf } from './stubs';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const files = await readLessonFiles('tests/fixtures/lessons-small');
const quiz = '01-leaf/01-one-plant/quiz.yaml';

function edited(file: string, was: string, is: string, from = files) {
	const text = from.get(file)!;
	expect(text.split(was)).toHaveLength(2);
	return new Map([...from, [file, text.replace(was, is)]]);
}
function compiled(from: ReadonlyMap<string, string> = files) {
	const { course, problems } = compileCourse(from, { hash });
	expect(problems).toEqual([]);
	return course!;
}
const lessonIn = (course: ReturnType<typeof compiled>, id: string) =>
	lessonsOf(course).find((lesson) => lesson.id === id)!;
const firstQuestion = (from?: ReadonlyMap<string, string>) =>
	lessonIn(compiled(from), 'one-plant').questions[0]!;

describe('a course', () => {
	const course = compiled();

	it('has its modules in the order of course.yaml and its lessons in the order of their numbers', () => {
		expect(course.modules.map(({ id }) => id)).toEqual(['leaf', 'cup']);
		expect(lessonsOf(course).map(({ id }) => id)).toEqual([
			'one-plant',
			'from-field-to-tin',
			'brewing'
		]);
		const turned = compiled(edited('course.yaml', '[leaf, cup]', '[cup, leaf]'));
		expect(turned.modules.map(({ id }) => id)).toEqual(['cup', 'leaf']);
	});

	it('is the same whatever the order of the files and their line endings', () => {
		const windows = [...files]
			.reverse()
			.map(([path, text]) => [path, text.replaceAll('\n', '\r\n')] as const);
		expect(compiled(new Map(windows)).version).toBe(course.version);
	});

	it('has another version when lessons move or the rules of marking change, and the same after an edit of words', () => {
		const versionAfter = (file: string, was: string, is: string) =>
			compiled(edited(file, was, is)).version;
		expect(versionAfter('course.yaml', '[leaf, cup]', '[cup, leaf]')).not.toBe(course.version);
		expect(versionAfter('course.yaml', 'attempts: 3', 'attempts: 4')).not.toBe(course.version);
		expect(versionAfter('about.en.md', 'Free for everyone', 'Free for all')).toBe(course.version);
	});

	it('has the rules of its tests, and where they are left out the usual ones', () => {
		const written = 'test: { minutes: 6, attempts: 3, counts: last, confidence: true }';
		const rulesWith = (block: string) => compiled(edited('course.yaml', written, block)).test;
		expect(course.test).toEqual({ minutes: 6, attempts: 3, counts: 'last', confidence: true });
		const usual = { minutes: null, attempts: null, counts: 'best', confidence: false };
		expect(rulesWith('')).toEqual(usual);
		expect(rulesWith('test: {}')).toEqual(usual);
		expect(rulesWith('test: { attempts: 1, counts: mean }')).toEqual({
			...usual,
			attempts: 1,
			counts: 'mean'
		});
	});

	it('uses every kind of question', () => {
		const used = lessonsOf(course).flatMap(({ questions }) => questions.map(({ kind }) => kind));
		expect(new Set(used)).toEqual(new Set(kinds.keys()));
	});
});

describe('a lesson', () => {
	const course = compiled();

	it('lists sources in order of first appearance, those of a claim behind it', () => {
		expect(lessonIn(course, 'one-plant').sources.map(({ id }) => id)).toEqual(['S3', 'S1']);
		expect(lessonIn(course, 'brewing').sources.map(({ id }) => id)).toEqual(['S2', 'S1']);
	});

	it('numbers a source alike in both languages', () => {
		for (const locale of ['en', 'ar'] as const) {
			const { sections } = lessonIn(course, 'one-plant').body[locale]!;
			expect(JSON.stringify(sections)).toMatch(/#source-S1\\" aria-label=\\"[^"]* 2\\">2</);
		}
	});

	it('carries what its text refers to', () => {
		const { claims, terms, figures, checks, draw, pool, minutes } = lessonIn(course, 'brewing');
		expect(claims.map(({ id }) => id)).toEqual(['C2']);
		expect(terms.map(({ id }) => id)).toEqual(['steeping']);
		expect(figures.map(({ id, width, height }) => [id, width, height])).toEqual([
			['teapot', 400, 240]
		]);
		expect(checks.map(({ id, lesson }) => [id, lesson])).toEqual([['check-time', 'brewing']]);
		expect([draw, pool, minutes]).toEqual([4, 7, 1]);
	});
});

describe('hashes of a question', () => {
	const before = firstQuestion().hash;

	it('have 20 hexadecimal digits', () => {
		expect(before.marking).toMatch(/^[0-9a-f]{20}$/);
		expect(before.text).toMatch(/^[0-9a-f]{20}$/);
	});

	it('keep the marking when a text changes, so that old answers keep their marks', () => {
		const after = firstQuestion(
			edited(quiz, 'Mint gives an infusion', 'Mint makes an infusion')
		).hash;
		expect(after.marking).toBe(before.marking);
		expect(after.text).not.toBe(before.text);
	});

	it('change the marking when the key does', () => {
		const id = '      - id: mint\n        text: { en: Mint, ';
		const after = firstQuestion(edited(quiz, id, id.replace('mint', 'peppermint'))).hash;
		expect(after.marking).not.toBe(before.marking);
	});

	it('differ between two questions of the same key', () => {
		const all = lessonsOf(compiled()).flatMap(({ questions }) =>
			questions.map((question) => question.hash.marking)
		);
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('a retired question', () => {
	const id = '  - id: which-plant\n';
	const smaller = edited(quiz, 'draw: 4', 'draw: 3');
	const before = lessonIn(compiled(smaller), 'one-plant');
	const lessonWith = (key: string) =>
		lessonIn(compiled(edited(quiz, id, `${id}    ${key}\n`, smaller)), 'one-plant');

	it('is delivered as such, and not counted in the pool', () => {
		const after = lessonWith('retired: true');
		expect([after.pool, after.questions.length]).toEqual([before.pool - 1, before.pool]);
		expect(after.questions.flatMap(({ id, retired }) => (retired ? [id] : []))).toEqual([
			'which-plant'
		]);
	});

	it('keeps both its hashes, so that what was answered stays as it is', () => {
		expect(lessonWith('retired: true').questions).toEqual([
			{ ...before.questions[0]!, retired: true },
			...before.questions.slice(1)
		]);
	});

	it('is one that says so', () => {
		expect(lessonWith('retired: false').questions).toEqual(before.questions);
	});
});

describe('problems', () => {
	const without = (text: string, from: string) =>
		text
			.split('\n')
			.filter((line) => !line.includes(from))
			.join('\n');

	it('are all told at once, by file and line', () => {
		const broken = new Map(files);
		broken.set('course.yaml', without(files.get('course.yaml')!, 'asOf'));
		broken.set(
			quiz,
			files
				.get(quiz)!
				.replace('section: plant\n', 'section: root\n')
				.replace('en: Sort the drinks.,', '')
		);
		broken.set('glossary.yaml', 'a: "');
		const { course, problems } = compileCourse(broken, { hash });
		expect(course).toBeNull();
		expect(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
			`${quiz}:6 dead-reference`,
			`${quiz}:85 missing-translation`,
			'course.yaml:1 schema',
			'glossary.yaml:1 yaml'
		]);
	});

	it('are not told of words that a broken glossary may hold', () => {
		const { problems } = compileCourse(new Map([...files, ['glossary.yaml', 'a: "']]), { hash });
		expect(problems.map(({ rule }) => rule)).toEqual(['yaml']);
	});
});

it('takes a course in one language', () => {
	const english = new Map([...files].filter(([file]) => !file.endsWith('.ar.md')));
	english.set('course.yaml', files.get('course.yaml')!.replace('[en, ar]', '[en]'));
	const course = compiled(english);
	expect(Object.keys(lessonIn(course, 'brewing').body)).toEqual(['en']);
});
