import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bench, describe } from 'vitest';
import { yearOfLessons } from '#lib/progress/examples-of-years';
import { exampleQuestion } from '#lib/progress/examples';
import type { Question } from '#lib/quiz/question';
import type { GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { OpenedCollected } from '#lib/training/marking/folded-hand-ins';
import { markLearner } from '#lib/training/marking/marking';
import { ReportBuilder } from '#lib/training/report/report';
import {
	difficultyIn,
	sampleAssignment,
	sampleLearner,
	type SampleCourse
} from '#lib/training/sample/sample-class';
import { sampleHandIn } from '#lib/training/sample/sample-hand-in';

/** Of four kinds, as a course has them. */
const kinds = ['single-choice', 'multiple-choice', 'true-false', 'short-text'] as const;
const asKind = (question: Question, nth: number): Question =>
	exampleQuestion(question.id, kinds[nth % kinds.length], {
		lesson: question.lesson,
		objective: question.objective,
		hash: question.hash
	});

const now = Date.UTC(2026, 10, 26, 8);
const course: SampleCourse = {
	id: 'bench',
	title: 'Bench',
	marking: 'm1',
	lessons: new Map(
		yearOfLessons.map(({ id, pool }) => [id, { draw: 8, questions: pool.map(asKind) }])
	),
	released: {}
};
const assignment = sampleAssignment(course, now);
const difficulty = difficultyIn(course);
const given: GivenAssignment = {
	id: assignment.id,
	revisions: [assignment],
	sent: assignment.made,
	roster: [],
	edition: 1,
	at: now
};

/** Hand-ins of all 12 lessons, made one after the other: ten thousand of them at once fill no device either. */
function* handIns(count: number): Generator<OpenedCollected> {
	for (let nth = 0; nth < count; nth++) {
		const learner = sampleLearner(assignment, 0, `bench ${nth}`)!;
		const whole = { ...learner, lessons: assignment.lessons.length };
		// As from a file: no text and no object is shared by two of them.
		const handIn = structuredClone(sampleHandIn(course, assignment, whole, difficulty));
		yield { handIn, at: handIn.at, received: now, standing: 'confirmed' };
	}
}

/** Processor time of this process, in milliseconds: what else the machine does is not counted. */
function worked(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** What is in use once nothing is left that nobody needs. */
const megabytes = () => {
	collectGarbage();
	return process.memoryUsage().heapUsed / 2 ** 20;
};

/** Marks and reports a class, one hand-in at a time, and says what each cost. */
function run(count: number): void {
	const builder = new ReportBuilder(given, course, now);
	const before = megabytes();
	let [marking, adding, highest] = [0, 0, before];
	let nth = 0;
	for (const collected of handIns(count)) {
		const begun = worked();
		const result = markLearner([collected], `learner-${nth}`, given, course);
		const marked = worked();
		builder.add([result]);
		adding += worked() - marked;
		marking += marked - begun;
		if (++nth % 1000 === 0) highest = Math.max(highest, megabytes());
	}
	const begun = worked();
	const report = builder.done();
	const done = worked() - begun;
	const after = megabytes();
	console.log(
		[
			`${count} hand-ins of 12 lessons: marking ${(marking / count).toFixed(3)} ms each`,
			`adding to the report ${(adding / count).toFixed(3)} ms each`,
			`finishing the report ${done.toFixed(0)} ms`,
			`heap ${before.toFixed(0)} MB before, ${highest.toFixed(0)} MB at most meanwhile, ${after.toFixed(0)} MB with the report`,
			`${((1024 * (after - before)) / count).toFixed(1)} kB a learner (${report.gradebook.length} rows)`
		].join('; ')
	);
}

const [first] = handIns(1);
console.log(
	`a hand-in: ${(JSON.stringify(first!.handIn).length / 1024).toFixed(0)} kB of JSON, ` +
		Object.entries(first!.handIn.records)
			.map(([table, rows]) => `${rows.length} ${table}`)
			.join(', ')
);
// Code that has run before is what most hand-ins meet; how long the first ones take is told, too.
run(100);
run(1000);
for (const count of [100, 1000, 10_000]) run(count);

const hundred = [...handIns(100)];
const results = hundred.map((one, nth): LearnerResult =>
	markLearner([one], `learner-${nth}`, given, course)
);

describe('100 hand-ins of 12 lessons', () => {
	const options = { time: 2000, now: worked };
	bench(
		'are marked anew',
		() => {
			for (const one of hundred) markLearner([one], 'learner', given, course);
		},
		options
	);
	bench(
		'become a report',
		() => {
			const builder = new ReportBuilder(given, course, now);
			builder.add(results);
			builder.done();
		},
		options
	);
});
