import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/quiz/question';
import type { LearnerResult } from '../collected';
import {
	attemptLines,
	chose,
	courseOf,
	givenOf,
	handedIn,
	historyOf,
	learner,
	resultOf
} from './examples-of-marking';
import { markLearner } from './marking';

const one = ({ attempts }: LearnerResult) => attempts[0]!;
const shares = (result: LearnerResult) => one(result).questions.map(({ share }) => share);
const notesOn = (result: LearnerResult) => one(result).questions.map(({ notes }) => notes);
const released = (...markings: string[]) => ({
	cells: { 'size-1': markings.map((marking) => ({ marking, text: 't' })) }
});
const otherKey = ({ id }: Question) =>
	id === 'size-1' ? { hash: { marking: 'newer', text: 't' } } : {};

describe('marks', () => {
	it('are those of the answers, and nothing is noted where the sender says the same', () => {
		const result = resultOf(attemptLines('a', ['right', 'wrong']));
		expect(one(result)).toMatchObject({
			score: { earned: 1, possible: 2 },
			passed: false,
			notes: []
		});
		expect(one(result).questions[0]).toMatchObject({
			question: 'size-1',
			objective: 'size',
			share: 1,
			response: { chosen: 'right' },
			tries: 1,
			locale: 'en',
			notes: []
		});
	});

	it('in a file are never believed', () => {
		const [begin, first, , end] = attemptLines('a', ['right', 'wrong']);
		const lie = { earned: 1, possible: 1, response: { chosen: 'wrong' } };
		const result = resultOf([begin!, first!, { in: 'a', question: 'origin-1', step: lie }, end!]);
		expect(shares(result)).toEqual([1, 0]);
		expect(notesOn(result)).toEqual([[], ['sender-differs']]);
		expect(one(result)).toMatchObject({ score: { earned: 1 }, notes: ['score-differs'] });
	});

	it('are nothing for a try with help, and for what was not answered', () => {
		const [begin, first, , end] = attemptLines('a', ['right', 'wrong']);
		const result = resultOf([
			begin!,
			{ in: 'a', question: 'size-1', step: { hint: 0 } },
			first!,
			end!
		]);
		expect(shares(result)).toEqual([0, 0]);
		expect(one(result).questions.map(({ hints, tries }) => [hints, tries])).toEqual([
			[1, 1],
			[0, 0]
		]);
		expect(notesOn(result)).toEqual([[], []]);
	});

	it('are given by the first try, before the end', () => {
		const [begin, , second, end] = attemptLines('a', ['right', 'right']);
		const late = { in: 'a', question: 'size-1', step: chose('right') };
		const twice = [{ ...late, step: chose('wrong') }, late];
		expect(shares(resultOf([begin!, ...twice, second!, end!]))).toEqual([0, 1]);
		expect(shares(resultOf([begin!, second!, end!, late]))).toEqual([0, 1]);
	});

	it('are not there yet while the attempt is in progress', () => {
		const result = resultOf(attemptLines('a', ['right', 'wrong']).slice(0, 2));
		expect(one(result)).toMatchObject({ ended: null, score: null, passed: false });
		expect(shares(result)).toEqual([1, null]);
	});
});

describe('a question of another version', () => {
	const lines = attemptLines('a', ['right', 'right']);

	it('is marked where only its words are others', () => {
		const result = resultOf(
			lines,
			{},
			courseOf(() => ({ hash: { marking: '', text: 'new' } }))
		);
		expect(shares(result)).toEqual([null, null]);
		const words = courseOf(({ hash }) => ({ hash: { ...hash, text: 'new' } }));
		expect(notesOn(resultOf(lines, {}, words))).toEqual([[], []]);
	});

	it('is marked by the key of today where it was released', () => {
		const course = courseOf(otherKey, { released: released('m-cells-size-1') });
		expect(notesOn(resultOf(lines, {}, course))).toEqual([['newer-key'], []]);
		expect(shares(resultOf(lines, {}, course))).toEqual([1, 1]);
	});

	it.each([
		['it was never released', {}],
		['another one was', released('m-else')]
	])('is not marked where %s, and earns nothing', (_why, list) => {
		const result = resultOf(lines, {}, courseOf(otherKey, { released: list }));
		expect(notesOn(result)).toEqual([['unknown-version'], []]);
		expect(shares(result)).toEqual([null, 1]);
		expect(one(result)).toMatchObject({
			score: { earned: 1, possible: 2 },
			passed: false,
			// Versions differ: that the score does is no wonder.
			notes: []
		});
	});

	it.each([
		['an option is gone', { chosen: 'gone' }],
		['it says more than the question asks', { chosen: 'right', besides: 1 }]
	])('is not marked where the answer does not fit: %s', (_why, response) => {
		const [begin, , ...rest] = lines;
		const step = { earned: 1, possible: 1, response };
		const course = courseOf(otherKey, { released: released('m-cells-size-1') });
		const result = resultOf([begin!, { in: 'a', question: 'size-1', step }, ...rest], {}, course);
		expect(notesOn(result)).toEqual([['unknown-version'], []]);
	});

	it('is unknown where a later version of its kind wrote the answer', () => {
		const handed = handedIn(historyOf(lines));
		const responses = handed.handIn.records.responses.map((one) => ({ ...one, kindVersion: 99 }));
		const records = { ...handed.handIn.records, responses };
		const later = { ...handed, handIn: { ...handed.handIn, records } };
		const result = markLearner([later], learner, givenOf(), courseOf());
		expect(shares(result)).toEqual([null, null]);
	});
});

describe('a paper', () => {
	it.each<[string, readonly string[], number, number]>([
		['too few', ['size-1'], 1, 2],
		['one twice', ['size-1', 'size-1'], 1, 2],
		['one of another lesson', ['size-1', 'genes:size-2'], 1, 2],
		['one that there never was', ['size-1', 'origin-9'], 1, 2]
	])('with %s is noted, and nothing is gained by it', (_why, paper, earned, possible) => {
		const result = resultOf([
			{ begin: 'a', paper, mode: 'test' },
			{ in: 'a', question: 'size-1', step: chose('right') },
			{ end: 'a' }
		]);
		expect(one(result).notes).toContain('paper-differs');
		expect(one(result)).toMatchObject({ score: { earned, possible }, passed: false });
	});

	it('may hold a question that was released and is gone', () => {
		const gone = { cells: { 'origin-9': [{ marking: 'm-cells-origin-9', text: 't' }] } };
		const result = resultOf(
			[
				{ begin: 'a', paper: ['size-1', 'origin-9'], mode: 'test' },
				{ in: 'a', question: 'origin-9', step: chose('right') },
				{ end: 'a' }
			],
			{},
			courseOf(undefined, { released: gone })
		);
		expect(one(result).notes).toEqual([]);
		expect(notesOn(result)).toEqual([[], ['unknown-version']]);
	});
});

describe('several hand-ins', () => {
	const given = givenOf();
	const history = historyOf(attemptLines('a', ['wrong', 'right']));

	it('are one result, in which what came first stays', () => {
		const improved = historyOf(attemptLines('a', ['right', 'right']));
		const sent = [
			handedIn(improved, { at: 9, received: 20, learner: { name: 'Amal K.' } }),
			handedIn(history, { at: 5, received: 10 })
		];
		const result = markLearner(sent, learner, given, courseOf());
		expect(shares(result)).toEqual([0, 1]);
		expect(result.name).toBe('Amal K.');
		expect(markLearner([...sent].reverse(), learner, given, courseOf())).toEqual(result);
	});

	it('of the same moment are told apart whatever the order of their records', () => {
		const two = historyOf([
			...attemptLines('a', ['wrong', 'right']),
			...attemptLines('b', ['right', 'right'])
		]);
		const [one, other] = [1, 2].map((revision) => handedIn(two, { revision }));
		const { records } = one!.handIn;
		const turned = { ...records, attempts: [...records.attempts].reverse() };
		const sameAsOne = { ...one!, handIn: { ...one!.handIn, records: turned } };
		expect(markLearner([other!, sameAsOne], learner, given, courseOf())).toEqual(
			markLearner([one!, other!], learner, given, courseOf())
		);
	});

	it('leave out what is not confirmed once something is', () => {
		const unconfirmed = handedIn(historyOf(attemptLines('b', ['right', 'right'])), {
			at: 99,
			standing: 'unconfirmed',
			learner: { name: 'Somebody else' }
		});
		const alone = markLearner([unconfirmed], learner, given, courseOf());
		expect(alone).toMatchObject({ standing: 'unconfirmed', name: 'Somebody else', handIns: 1 });
		const both = markLearner([unconfirmed, handedIn(history)], learner, given, courseOf());
		expect(both).toMatchObject({ standing: 'confirmed', name: 'Amal', handIns: 1 });
		expect(both.attempts.map(({ id }) => id)).toEqual(['a']);
	});

	it('of another assignment are none of it', () => {
		const other = handedIn(history);
		const foreign = { ...other, handIn: { ...other.handIn, assignment: 'other' } };
		expect(markLearner([foreign], learner, given, courseOf())).toMatchObject({
			handIns: 0,
			attempts: []
		});
	});
});
