import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileCourse } from './compile-course';
import type { Course } from './course';
import { readLessonFiles } from './course.server';
import { releasedFile, releaseOf, releaseText } from './release';
import { lessonsOf } from './stubs';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const files = await readLessonFiles('tests/fixtures/lessons-small');
const quiz = '02-cup/01-brewing/quiz.yaml';
const compiled = (from: ReadonlyMap<string, string>) => compileCourse(from, { hash });

/** The course with this text of a quiz put in place of another, and with what was released of it. */
function edited(was: string, is: string, released = '') {
	const text = files.get(quiz)!;
	expect(text.split(was)).toHaveLength(2);
	return compiled(
		new Map([
			...files,
			[quiz, text.replace(was, is)],
			...(released ? [[releasedFile, released] as const] : [])
		])
	);
}
const course = compiled(files).course!;
const first = releaseOf(course, {});
const hashOf = (from: Course, id: string) =>
	lessonsOf(from)
		.flatMap(({ questions, checks }) => [...questions, ...checks])
		.find((question) => question.id === id)!.hash;

describe('a first release', () => {
	it('holds every question of the pools and every check, by lesson and sorted', () => {
		expect(Object.keys(first)).toEqual(['brewing', 'from-field-to-tin', 'one-plant']);
		expect(Object.keys(first.brewing!)).toEqual([
			'check-time',
			'grams-for-a-pot',
			'green-and-boiling',
			'longer-is-bitter',
			'minutes',
			'name-of-steeping',
			'parts-of-the-pot',
			'ratio'
		]);
		expect(first.brewing!.ratio).toEqual([hashOf(course, 'ratio')]);
	});

	it('is sorted and written alike whatever the order of modules', () => {
		const turned = { ...course, modules: [...course.modules].reverse() };
		expect(releaseText(releaseOf(turned, {}))).toBe(releaseText(first));
	});

	it('is indented, one hash a line, with a line end behind the last', () => {
		const { marking, text } = hashOf(course, 'check-time');
		expect(releaseText(first)).toMatch(
			`{\n\t"brewing": {\n\t\t"check-time": [\n\t\t\t{\n\t\t\t\t"marking": "${marking}",\n\t\t\t\t"text": "${text}"\n\t\t\t}\n\t\t],\n`
		);
		expect(releaseText(first).endsWith('}\n')).toBe(true);
	});

	it('is read again as it was written', () => {
		const again = compiled(new Map([...files, [releasedFile, releaseText(first)]]));
		expect(again.problems).toEqual([]);
		expect(again.released).toEqual(first);
		expect(again.course!.version).toBe(course.version);
	});
});

it('nothing was released of a course without the file', () => {
	expect(compiled(files).released).toEqual({});
});

describe('a later release', () => {
	const changed = edited('Cooler water keeps it mild.', 'Cooler water keeps it sweet.').course!;
	const [before, after] = [course, changed].map((from) => hashOf(from, 'green-and-boiling'));

	it('of the same course changes nothing', () => {
		expect(releaseText(releaseOf(course, first))).toBe(releaseText(first));
	});

	it('adds the new hashes of what changed behind the old ones, and nothing else', () => {
		const second = releaseOf(changed, first);
		expect(second).toEqual({
			...first,
			brewing: { ...first.brewing, 'green-and-boiling': [before, after] }
		});
		expect(releaseOf(changed, second)).toEqual(second);
	});

	it('has the present hashes last where a change was taken back', () => {
		const third = releaseOf(course, releaseOf(changed, first));
		expect(third.brewing!['green-and-boiling']).toEqual([before, after, before]);
	});

	it('keeps what is no longer there, and leaves what it was given as it was', () => {
		const released = { ...first, aaa: { gone: [before!] }, brewing: { gone: [before!] } };
		const given = structuredClone(released);
		const next = releaseOf(course, released);
		expect(Object.keys(next)).toEqual(['aaa', ...Object.keys(first)]);
		expect(next.brewing).toEqual({ ...first.brewing, gone: [before] });
		expect(released).toEqual(given);
	});
});

describe('a question that was released', () => {
	const released = releaseText(first);
	const id = '  - id: ratio\n';

	it('may be retired, which is nothing new to release', () => {
		const smaller = files.get(quiz)!.replace('draw: 4', 'draw: 3');
		const retired = smaller.replace(id, `${id}    retired: true\n`);
		const later = compiled(new Map([...files, [quiz, retired], [releasedFile, released]]));
		expect(later.problems).toEqual([]);
		const { ratio } = releaseOf(later.course!, first).brewing!;
		expect(ratio).toEqual(first.brewing!.ratio);
	});

	it('may be edited', () => {
		const { problems } = edited('Cooler water keeps it mild.', 'Cooler water helps it.', released);
		expect(problems).toEqual([]);
	});

	it('may not be given another id', () => {
		const { problems } = edited(id, '  - id: proportion\n', released);
		expect(problems.map(({ rule }) => rule)).toEqual(['vanished']);
		expect(problems[0]!.message).toContain('"ratio"');
	});
});
