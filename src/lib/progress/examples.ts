import { both } from '#lib/quiz/examples';
import type { Score } from '#lib/quiz/grade-quiz';
import { questionKey, type Question } from '#lib/quiz/question';
import type {
	AttemptLog,
	Confidence,
	DraftRecord,
	EventRecord,
	Happening,
	Mode,
	ResponseRecord,
	Rules,
	SubmissionRecord
} from './record';

/** For tests: rules with no limits. */
export const exampleRules: Rules = {
	passMark: 0.7,
	timeLimit: null,
	extraTime: 1,
	confidence: false,
	attempts: null,
	counts: 'best'
};

const option = (id: string, correct: boolean) => ({
	id,
	correct,
	text: both(id),
	feedback: both(`Why ${id}.`)
});

/** For tests: fields of the kinds that they need. Three of the four options of the multiple choice are right. */
const ownFields = {
	'single-choice': { options: [option('right', true), option('wrong', false)] },
	'multiple-choice': {
		options: [
			option('one', true),
			option('two', true),
			option('three', true),
			option('none', false)
		]
	},
	'true-false': { answer: true, feedback: { true: both('So it is.'), false: both('It is so.') } },
	'short-text': {
		answers: { en: ['exosome'], ar: ['إكسوسوم'] },
		reject: { en: [], ar: [] },
		mistakes: [],
		level: 'lenient',
		typos: 0
	}
};

/** For tests: a question of the lesson 'cells' with two hints, but for true or false. */
export const exampleQuestion = (
	id: string,
	kind: keyof typeof ownFields = 'single-choice',
	part: Partial<Question> = {}
): Question => ({
	id,
	kind,
	lesson: 'cells',
	objective: 'size',
	section: 'size',
	prompt: both(`Prompt ${id}?`),
	hints: kind === 'true-false' ? [] : [both('First hint.'), both('Second hint.')],
	explanation: both(`Explanation ${id}.`),
	kindVersion: 1,
	hash: { marking: `m-${id}`, text: `t-${id}` },
	...ownFields[kind],
	...part
});

/** What happened with a question: a record of a log, without what the store adds. */
export type Step =
	| { readonly draft: unknown; readonly tab?: string }
	| { readonly earned: number; readonly possible: number; readonly response?: unknown }
	| { readonly hint: number }
	| { readonly flagged: boolean }
	| { readonly confidence: Confidence }
	| { readonly remarked: number; readonly key?: string }
	| 'answer-shown'
	| 'opened';

/** For tests: what the store adds to a record. */
export const stamp = (sequence: number, device: string, at = 1_750_000_000_000 + sequence) => ({
	id: `record-${device}-${sequence}`,
	profile: 'learner',
	device,
	sequence,
	seen: sequence - 1,
	app: '0.1.0',
	content: 'c0ffee',
	at
});

/** For tests: a step that is no draft and no try, as an event. `before`: what a changed key finds. */
export function happeningOf(
	step: Step,
	attempt: string,
	question: string,
	before: Score = { earned: 0, possible: 1 }
): Happening {
	if (step === 'answer-shown') return { type: 'answer-shown', attempt, question };
	if (step === 'opened') return { type: 'question-opened', attempt, question };
	if ('hint' in step) return { type: 'hint-shown', attempt, question, hint: step.hint };
	if ('confidence' in step)
		return { type: 'confidence-given', attempt, question, confidence: step.confidence };
	if ('remarked' in step)
		return {
			type: 'remarked',
			attempt,
			question,
			key: `${step.key ?? 'new'}-${question}`,
			before,
			earned: step.remarked,
			possible: 1
		};
	if ('flagged' in step) return { type: 'flagged', attempt, question, on: step.flagged };
	throw new Error('A draft or a try is no event.');
}

/**
 * For tests: the log of an attempt at these questions, in which these steps happened in this order. A step is for the
 * first question unless it names another.
 */
export function logOf(
	questions: readonly Question[],
	steps: readonly (Step | { readonly at: string; readonly step: Step })[],
	device = 'device',
	mode: Mode = 'practice'
): AttemptLog {
	const attempt = 'attempt';
	const drafts: DraftRecord[] = [];
	const responses: ResponseRecord[] = [];
	const events: EventRecord[] = [];
	steps.forEach((entry, index) => {
		const named = typeof entry === 'object' && 'at' in entry;
		const step = named ? entry.step : entry;
		const question = questions.find(({ id }) => !named || id === entry.at)!;
		const record = { ...stamp(index + 2, device), attempt, question: question.id, kindVersion: 1 };
		if (typeof step === 'object' && 'draft' in step) {
			const { id: _, ...draft } = record;
			drafts.push({ ...draft, tab: step.tab ?? 'tab', response: step.draft });
		} else if (typeof step === 'object' && 'earned' in step) {
			const { earned, possible, response = { chosen: null } } = step;
			const key = questionKey(question);
			responses.push({ ...record, key, locale: 'en', earned, possible, response });
		} else events.push({ ...record, ...happeningOf(step, attempt, question.id) });
	});
	return {
		attempt: {
			...stamp(1, device),
			id: attempt,
			lesson: 'cells',
			mode,
			seed: 'seed',
			paper: questions.map((question) => ({
				question: question.id,
				key: questionKey(question),
				lesson: question.lesson,
				objective: question.objective,
				order: []
			})),
			assignments: [],
			terms: [],
			rules: exampleRules,
			redoOf: null
		},
		questions: new Map(questions.map((question) => [questionKey(question), question])),
		drafts,
		responses,
		submissions: [],
		events
	};
}

/** For tests: the end of an attempt. */
export const submissionOf = (
	attempt: string,
	sequence: number,
	earned: number,
	possible = 8,
	device = 'device'
): SubmissionRecord => ({
	...stamp(sequence, device),
	attempt,
	earned,
	possible,
	passed: earned / possible >= 0.7,
	by: 'learner'
});
