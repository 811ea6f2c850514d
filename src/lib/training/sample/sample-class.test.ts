import { describe, expect, it } from 'vitest';
import { yearOfLessons } from '#lib/progress/examples-of-years';
import { asAuthored } from '#lib/quiz/examples';
import { kinds } from '#lib/quiz/kinds';
import { randomFrom } from '#lib/quiz/random';
import type { Question } from '#lib/quiz/question';
import { checkedHandIn } from '../hand-in-schema';
import { ReportBuilder } from '../report/report';
import { difficultyIn, sampleAssignment, sampleClass, sampleLearner } from './sample-class';
import { sampleHandIn } from './sample-hand-in';
import { wrongResponse } from './sample-response';
import { wallTimeAt } from '../form/zoned-time';

const now = Date.UTC(2026, 10, 26, 8);
const course = {
	id: 'course',
	title: 'A sample class',
	marking: 'm1',
	lessons: new Map(
		yearOfLessons.slice(0, 3).map(({ id, pool }) => [id, { draw: 8, questions: pool }])
	),
	released: {}
};
const { given, results } = sampleClass(course, 'seed', now);
const builder = new ReportBuilder(given, course, now);
builder.add(results);
const report = builder.done();

describe('a sample class', () => {
	it('is the same for the same seed, and another for another', () => {
		expect(sampleClass(course, 'seed', now)).toEqual({ given, results });
		expect(sampleClass(course, 'other', now).results).not.toEqual(results);
	});

	it('has everything that a report can show', () => {
		const { counts } = report;
		expect(counts.assigned).toBe(78);
		for (const known of ['nothing', 'accepted', 'inProgress', 'late', 'unconfirmed'] as const)
			expect([known, counts[known] > 0]).toEqual([known, true]);
		expect(counts.complete).toBeGreaterThan(40);
		expect(counts).toMatchObject({ leavers: 1, offRoster: 1 });
		expect(report.total.passed).toBeGreaterThan(10);
		expect(report.total.passed).toBeLessThan(counts.complete);
		expect(report.histogram.filter(({ learners }) => learners > 0).length).toBeGreaterThan(3);
		expect(report.completion.length).toBeGreaterThan(3);
	});

	it('has one question with a key that looks wrong', () => {
		const [first] = course.lessons.get('lesson-1')!.questions;
		const suspects = report.items.filter(({ flags }) => flags.includes('key-suspect'));
		expect(suspects.map(({ question }) => question)).toContain(first!.id);
		expect(
			report.items.find(({ question }) => question === first!.id)!.discrimination
		).toBeLessThan(-0.2);
		expect(suspects.length).toBeLessThan(5);
	});

	it('is marked like a real one: nothing in it is noted', () => {
		const notes = results.flatMap(({ attempts }) =>
			attempts.flatMap((attempt) => [
				...attempt.notes,
				...attempt.questions.flatMap((question) => question.notes)
			])
		);
		expect(notes).toEqual([]);
	});

	it('is handed in by what the schemas take, in the past, by people with plainly invented names', () => {
		const assignment = sampleAssignment(course, now);
		const learner = sampleLearner(assignment, 0, 'seed')!;
		const handIn = sampleHandIn(course, assignment, learner, difficultyIn(course));
		expect(checkedHandIn(handIn)).toEqual(handIn);
		expect(results.every(({ at, received }) => at <= now && received <= now)).toBe(true);
		expect(given.roster.every(({ number }) => number.startsWith('SAMPLE-'))).toBe(true);
		expect(given.roster.some(({ name }) => /\p{Script=Arabic}/u.test(name))).toBe(true);
		expect(wallTimeAt(now, assignment.timeZone).time).toBe('12:00');
	});
});

describe('a wrong response', () => {
	const modules = import.meta.glob<{
		examples: { good: readonly { question: Record<string, unknown> }[] };
	}>('../../quiz/kinds/*/examples.ts', { eager: true });
	const schemas = Object.entries(modules).map(
		([path, { examples }]) => [path.split('/').at(-2)!, examples.good[0]!.question] as const
	);

	it.each(schemas)(
		'to a question of kind %s is no full mark, and no exception',
		(name, authored) => {
			const kind = kinds.get(name)!;
			// Labels are what the compiler makes of the spots.
			const labels = authored.spots ? { labels: authored.spots } : {};
			const question = asAuthored(name, { ...authored, ...labels }) as unknown as Question;
			const right = kind.correct(question);
			const { earned, possible } = kind.grade(question, right);
			expect(earned).toBe(possible);
			for (let nth = 0; nth < 20; nth++) {
				const wrong = kind.grade(question, wrongResponse(question, randomFrom(`${nth}`)));
				expect(wrong.earned).toBeLessThan(wrong.possible);
			}
		}
	);
});
