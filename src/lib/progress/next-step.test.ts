import { describe, expect, it } from 'vitest';
import { historyOf, type Line } from './examples-of-histories';
import { nextSteps } from './next-step';
import { standingsOf, type LessonOutline } from './standing';

const lessons: readonly LessonOutline[] = ['cells', 'genes', 'skin'].map((id) => ({
	id,
	sections: [{ id: 'one' }, { id: 'two' }]
}));
const paper = ['size-1', 'size-2'];

const opened = (lesson: string, section = 'one'): Line => ({
	happened: { type: 'section-opened', lesson, section }
});
const read = (lesson: string): Line[] =>
	['one', 'two'].map((section) => ({ happened: { type: 'section-read', lesson, section } }));
const begun = (
	lesson: string,
	mode: 'practice' | 'test' = 'practice',
	id = `${lesson} ${mode}`
): Line => ({
	begin: id,
	lesson,
	mode,
	paper
});
const ended = (lesson: string, mode: 'practice' | 'test', earned: number): Line[] => [
	begun(lesson, mode),
	{ end: `${lesson} ${mode}`, earned }
];
const passed = (lesson: string, mode: 'practice' | 'test' = 'practice') => ended(lesson, mode, 2);
const tried = (lesson: string) => ended(lesson, 'practice', 1);
const all = (mode: 'practice' | 'test') => lessons.flatMap(({ id }) => passed(id, mode));

const steps = (lines: readonly Line[], due = 0, of = lessons) =>
	nextSteps(of, standingsOf(of, historyOf(lines)), due).map((step) =>
		[
			step.do,
			'lesson' in step && step.lesson.id,
			'section' in step && step.section,
			'mode' in step && step.mode,
			'questions' in step && step.questions
		]
			.filter((part) => part !== false)
			.join(' ')
	);

describe('where to go on', () => {
	it.each<[string, readonly Line[], number, readonly string[]]>([
		['at first, with the first lesson', [], 0, ['begin cells']],
		[
			'in the lesson that was worked on last, where it was left',
			[opened('skin'), opened('genes', 'two')],
			0,
			['read genes two']
		],
		['… though one before it was never begun', [opened('skin')], 0, ['read skin one']],
		[
			'with its quiz, once all is read',
			[opened('genes'), ...read('genes')],
			0,
			['take-quiz genes']
		],
		['with its quiz again, where it was not passed', tried('genes'), 0, ['take-quiz genes']],
		[
			'with the first that is not passed, where the one worked on last is',
			passed('cells'),
			0,
			['begin genes']
		],
		[
			'with an older one that was begun, rather than a new one',
			[opened('skin'), ...passed('cells')],
			0,
			['read skin one']
		],
		[
			'with an attempt under way first, then with what is not passed',
			[begun('skin', 'test')],
			0,
			['finish-attempt skin test', 'begin cells']
		],
		[
			'with the newest attempt under way, and then with an older one',
			[begun('skin'), begun('genes')],
			0,
			['finish-attempt genes practice', 'finish-attempt skin practice']
		],
		[
			'with a passed lesson whose quiz is under way again',
			[...passed('cells'), begun('cells', 'test')],
			0,
			['finish-attempt cells test', 'begin genes']
		],
		['with review before new things', [opened('genes')], 5, ['review 5', 'read genes one']],
		[
			'with an attempt under way before review; more is not told',
			[begun('skin')],
			5,
			['finish-attempt skin practice', 'review 5']
		],
		['with a test, once all are passed', all('practice'), 0, ['take-test cells']],
		[
			'… the first that is not passed as one',
			[...all('practice'), ...passed('cells', 'test')],
			0,
			['take-test genes']
		],
		[
			'… not the one that is under way',
			[...all('practice'), begun('cells', 'test')],
			0,
			['finish-attempt cells test', 'take-test genes']
		],
		['with review alone, when all tests are passed', all('test'), 3, ['review 3']],
		['nowhere, when nothing is due either', all('test'), 0, ['nothing']]
	])('%s', (_reason, lines, due, expected) => {
		expect(steps(lines, due)).toEqual(expected);
	});

	it('is nowhere without lessons, and in none whose standing is not known', () => {
		expect(steps([], 0, [])).toEqual(['nothing']);
		expect(nextSteps(lessons, new Map(), 0)).toEqual([{ do: 'nothing' }]);
	});
});
