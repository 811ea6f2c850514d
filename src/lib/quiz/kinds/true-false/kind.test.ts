import { describe, expect, it } from 'vitest';
import { asAuthored, both } from '#lib/quiz/examples';
import type { QuestionBase } from '#lib/quiz/question';
import { kind } from './kind';

const feedback = { true: both('Why true.'), false: both('Why false.') };
const question = (answer: boolean) =>
	asAuthored('true-false', { answer, feedback }) as unknown as QuestionBase;

describe('true or false', () => {
	it('explains the choice, and the answer where it is another', () => {
		expect(kind.grade(question(true), { chosen: false }).parts).toEqual([
			{ id: 'true', right: true, given: false, feedback: feedback.true },
			{ id: 'false', right: false, given: true, feedback: feedback.false }
		]);
		expect(kind.grade(question(false), { chosen: false }).parts).toEqual([
			{ id: 'false', right: true, given: true, feedback: feedback.false }
		]);
	});

	it('takes false for an answer, not for a gap', () => {
		expect(kind.missing(question(true), { chosen: false })).toBeNull();
		expect(kind.interaction(question(true), { chosen: false })).toEqual({
			type: 'true-false',
			scorm12: { response: 'f', correct: 't' },
			scorm2004: { response: 'false', correct: ['true'] }
		});
	});

	it('keeps its order on every paper', () => {
		expect(kind.arrange(question(true), (list) => [...list].reverse())).toEqual([]);
	});
});
