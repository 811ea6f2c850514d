import { uuidv7 } from '#lib/base/id';
import type { AttemptRecord, ResponseRecord, SubmissionRecord } from '#lib/progress/record';
import { exampleRules } from '#lib/progress/examples';
import { both } from '#lib/quiz/examples';
import { questionKey, type Question } from '#lib/quiz/question';
import type { NewDraft, NewEvent, Store, StoreContext, Unstamped } from './store';

let last = 0;

/** A new id for tests: the same ones in the same order in each run. */
export function newId(): string {
	const random = new Uint8Array(10);
	new DataView(random.buffer).setUint32(6, ++last);
	return uuidv7(1_750_000_000_000, random);
}

/** For tests: a database of its own unless named, a clock that ticks once per look. */
export function exampleContext(name = newId()): StoreContext {
	let now = 1_750_000_000_000;
	return { name, app: '0.1.0', content: 'c0ffee', now: () => now++, newId };
}

export const exampleQuestion = (id: string): Question => ({
	id,
	kind: 'single-choice',
	lesson: 'meet-the-messengers',
	objective: 'size',
	section: 'size',
	prompt: both('How wide is an exosome?', 'كم يبلغ قطر الإكسوسوم؟'),
	hints: [both('Smaller than a cell.', 'أصغر من الخلية.')],
	explanation: both('30 to 150 nanometres.', 'من 30 إلى 150 نانومترًا.'),
	options: [
		{
			id: 'nm',
			correct: true,
			text: both('100 nm', '100 نانومتر'),
			feedback: both('Yes.', 'نعم.')
		},
		{ id: 'um', correct: false, text: both('100 µm', '100 ميكرومتر'), feedback: both('No.', 'لا.') }
	],
	kindVersion: 1,
	hash: { marking: `m-${id}`, text: `t-${id}` }
});

/** The questions of `exampleAttempt`. */
export const exampleQuestions = ['usual-diameter', 'cargo', 'membrane'].map(exampleQuestion);

export const exampleAttempt = (
	part: Partial<Unstamped<AttemptRecord>> = {}
): Unstamped<AttemptRecord> => ({
	id: newId(),
	lesson: 'meet-the-messengers',
	mode: 'practice',
	seed: '0197-seed',
	paper: exampleQuestions.map((question) => ({
		question: question.id,
		key: questionKey(question),
		lesson: question.lesson,
		objective: question.objective,
		order: ['um', 'nm']
	})),
	assignments: [],
	terms: [],
	rules: exampleRules,
	redoOf: null,
	...part
});

export const exampleDraft = (attempt: string, part: Partial<NewDraft> = {}): NewDraft => ({
	attempt,
	question: 'usual-diameter',
	tab: 'tab-1',
	response: { chosen: 'um' },
	kindVersion: 1,
	...part
});

export const exampleResponse = (
	attempt: string,
	part: Partial<Unstamped<ResponseRecord>> = {}
): Unstamped<ResponseRecord> => ({
	id: newId(),
	attempt,
	question: 'usual-diameter',
	key: questionKey(exampleQuestions[0]!),
	response: { chosen: 'nm' },
	kindVersion: 1,
	locale: 'ar',
	earned: 1,
	possible: 1,
	...part
});

export const exampleSubmission = (
	attempt: string,
	part: Partial<Unstamped<SubmissionRecord>> = {}
): Unstamped<SubmissionRecord> => ({
	id: newId(),
	attempt,
	earned: 2,
	possible: 3,
	passed: false,
	by: 'learner',
	...part
});

export const exampleEvent = (attempt: string): NewEvent => ({
	id: newId(),
	type: 'hint-shown',
	attempt,
	question: 'usual-diameter',
	hint: 0
});

/** Writes a whole attempt; gives its id. */
export async function exampleSession(store: Store): Promise<string> {
	const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
	await store.saveDraft(exampleDraft(record.id));
	await store.addEvent(exampleEvent(record.id));
	await store.addResponse(exampleResponse(record.id, { earned: 0, response: { chosen: 'um' } }));
	await store.addResponse(exampleResponse(record.id));
	await store.addSubmission(exampleSubmission(record.id));
	await store.setPreference('digits', 'arab');
	return record.id;
}
