import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answers';
import { answersOf, outcomes, type Outcome } from './examples-of-answers';
import { daysIn } from './examples-of-histories';
import { dueUntil, ratingOf, scheduleOf, type ScheduledObjective } from './review-schedule';

type Given = Partial<Answer> & { readonly was?: Outcome };
const { Again, Hard, Good } = Rating;
const third = { earned: 2, possible: 3 };

describe('the rating of an answer', () => {
	it.each<[string, Given, Rating]>([
		['right at once', { was: 'right' }, Good],
		['right, and fairly sure', { confidence: 'fairly-sure' }, Good],
		['right, but unsure: it may be a guess', { confidence: 'unsure' }, Hard],
		['right after a hint', { was: 'right after a hint' }, Hard],
		['right at a later try', { was: 'right later' }, Hard],
		['right in part', { was: 'partly' }, Hard],
		['wrong', { was: 'wrong' }, Again],
		['wrong and unsure', { was: 'wrong', confidence: 'unsure' }, Again],
		['right in part, and wrong in the end', { was: 'wrong', first: third, mark: third }, Again],
		['shown', { was: 'shown' }, Again],
		['right in part, then shown', { was: 'partly', answerShown: true }, Again],
		['wrong, then shown', { was: 'wrong', answerShown: true }, Again],
		[
			'right by a key that was changed, whatever was tried then',
			{ last: { earned: 0, possible: 1 }, tries: 3 },
			Good
		]
	])('%s', (_reason, given, rating) => {
		expect(ratingOf(answersOf([given])[0]!)).toBe(rating);
	});
});

describe('the schedule of an objective', () => {
	const scheduled = (list: readonly Given[], until?: number) =>
		scheduleOf(answersOf(list), until)[0]!;
	const days = (at: number) => (at - daysIn(0)) / (daysIn(1) - daysIn(0));
	const when = (at: number, part: Given = {}): Given => ({ at: daysIn(at), ...part });
	const in_ = (attempt: string, at: number, part: Given = {}) => when(at, { attempt, ...part });

	// The first stabilities of FSRS-6 are 0.212, 1.2931 and 2.3065 days; they are rounded, and at least a day.
	it.each<[string, readonly Given[], number]>([
		['wrong: 0.2 days, at least one', [{ was: 'wrong' }], 1],
		['hard: 1.3 days', [{ was: 'right later' }], 1],
		['right: 2.3 days', [{}], 2],
		['right again when it is due: 10.97 days', [{}, when(2)], 2 + 11],
		['right again on the same day: learned, not kept', [{}, when(0.1)], 0.1 + 2],
		['wrong when it is due: from the beginning', [{}, when(2, { was: 'wrong' })], 2 + 1],
		['two questions in one attempt are one repetition', [in_('a', 0), in_('a', 0.01)], 0.01 + 2],
		['… as good as the worse of them', [in_('a', 0, { was: 'wrong' }), in_('a', 0.01)], 0.01 + 1],
		['… whichever came first', [in_('a', 0), in_('a', 0.01, { was: 'wrong' })], 0.01 + 1],
		[
			'two attempts in turns are two repetitions',
			[in_('a', 0), in_('b', 0), in_('a', 0), in_('b', 0)],
			2
		],
		['one taken up again after days is another repetition', [in_('a', 0), in_('a', 2)], 2 + 11],
		[
			'… that does not undo what was done meanwhile',
			[in_('a', 0, { was: 'wrong' }), in_('b', 1), in_('a', 3)],
			days(scheduled([in_('a', 0, { was: 'wrong' }), in_('b', 1), in_('c', 3)]).due)
		],
		['a clock set back takes no day away', [when(0), when(-30)], 2],
		[
			'… nor counts one twice',
			[when(0), when(-30), when(2)],
			days(scheduled([when(0), when(0), when(2)]).due)
		]
	])('%s', (_reason, list, due) => {
		expect(days(scheduled(list).due)).toBeCloseTo(due, 9);
	});

	it.each<[string, readonly Given[], number]>([
		['an answer alone: it is due at once', [when(400)], -Infinity],
		['the answer counts, but no days do', [when(0), when(400)], 2],
		['the next answer puts it right', [when(0), when(400), when(2)], 2 + 11],
		['from the one before the first there are none', [when(400), when(2)], 2 + 2]
	])('takes no time from a clock that ran ahead: %s', (_reason, list, due) => {
		const schedule = scheduled(list, daysIn(5));
		if (due === -Infinity) expect(schedule.due).toBeLessThan(daysIn(0));
		else expect(days(schedule.due)).toBe(due);
	});

	it('remembers as a card of FSRS does', () => {
		const memory = fsrs({ enable_fuzz: false, enable_short_term: false });
		const ratings = { right: Good, 'right later': Hard, wrong: Again } as const;
		const steps = fc.array(
			fc.tuple(
				fc.integer({ min: 0, max: 60 }),
				fc.constantFrom(...(Object.keys(ratings) as (keyof typeof ratings)[]))
			),
			{ minLength: 1, maxLength: 12 }
		);
		fc.assert(
			fc.property(steps, (steps) => {
				let day = 0;
				let card = createEmptyCard(daysIn(0));
				const list = steps.map(([pause, was]): Given => {
					day += pause;
					card = memory.next(card, daysIn(day), ratings[was]).card;
					return when(day, { was });
				});
				expect(scheduled(list).stability).toBeCloseTo(card.stability, 6);
			})
		);
	});

	it('does not come before a day has passed, whatever was answered', () => {
		const answer = fc.record({
			was: fc.constantFrom(...(Object.keys(outcomes) as Outcome[])),
			at: fc.integer({ min: 0, max: 90 }).map(daysIn),
			attempt: fc.constantFrom('a', 'b', 'c')
		});
		fc.assert(
			fc.property(fc.array(answer, { minLength: 1, maxLength: 10 }), (list) => {
				const latest = Math.max(...list.map(({ at }) => at));
				expect(scheduled(list).due).toBeGreaterThanOrEqual(latest + daysIn(1) - daysIn(0));
			})
		);
	});

	it.each<[string, readonly Given[], boolean]>([
		['wrong and certain', [{ was: 'wrong', confidence: 'certain' }], true],
		['wrong and fairly sure', [{ was: 'wrong', confidence: 'fairly-sure' }], false],
		['right and certain', [{ confidence: 'certain' }], false],
		[
			'right and certain after a hint, which counts nothing',
			[{ was: 'right after a hint', confidence: 'certain' }],
			false
		],
		['wrong and certain first, right later', [{ was: 'right later', confidence: 'certain' }], true],
		['certain, and then shown without a try', [{ was: 'shown', confidence: 'certain' }], false],
		[
			'another question of the same attempt was right',
			[in_('a', 0, { was: 'wrong', confidence: 'certain' }), in_('a', 0)],
			true
		],
		['it was right since', [{ was: 'wrong', confidence: 'certain' }, {}], false],
		[
			'it was wrong and unsure since',
			[
				{ was: 'wrong', confidence: 'certain' },
				{ was: 'wrong', confidence: 'unsure' }
			],
			false
		]
	])('knows what was sure and wrong: %s', (_reason, list, expected) => {
		expect(scheduled(list).sureAndWrong).toBe(expected);
	});

	it('is one for each objective of each lesson, with the question that was asked last', () => {
		const list = [
			{ question: 'size-1' },
			{ lesson: 'genes', question: 'size-9' },
			{ objective: 'origin', question: 'origin-1' },
			{ question: 'size-2' }
		];
		expect(
			scheduleOf(answersOf(list)).map(
				({ lesson, objective, lastQuestion }) => `${lesson} ${objective} ${lastQuestion}`
			)
		).toEqual(['cells size size-2', 'genes size size-9', 'cells origin origin-1']);
		expect(scheduleOf([])).toEqual([]);
	});
});

describe('what is due', () => {
	const objective = (name: string, due: number, part: Partial<ScheduledObjective> = {}) => ({
		lesson: 'cells',
		objective: name,
		due: daysIn(due),
		stability: 2,
		sureAndWrong: false,
		lastQuestion: 'size-1',
		...part
	});
	const sure = { sureAndWrong: true };

	it.each<[string, readonly ScheduledObjective[], readonly string[]]>([
		['nothing of nothing', [], []],
		[
			'what is due by then, not what comes later',
			[objective('a', 10), objective('b', 10.1)],
			['a']
		],
		['overdue longest first', [objective('a', 9), objective('b', 5)], ['b', 'a']],
		[
			'… for what it was worth: 2 days of 2 before 5 of 50',
			[objective('a', 5, { stability: 50 }), objective('b', 8)],
			['b', 'a']
		],
		['sure and wrong before all', [objective('a', 1), objective('b', 9, sure)], ['b', 'a']],
		[
			'of those the one overdue longest',
			[objective('a', 9, sure), objective('b', 5, sure)],
			['b', 'a']
		],
		['sure and wrong waits until it is due, too', [objective('a', 11, sure)], []],
		['by name where all is equal', [objective('b', 5), objective('a', 5)], ['a', 'b']]
	])('is %s', (_reason, schedule, expected) => {
		expect(dueUntil(schedule, daysIn(10)).map((one) => one.objective)).toEqual(expected);
	});
});
