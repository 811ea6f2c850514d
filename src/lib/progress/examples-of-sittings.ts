import type {
	AttemptRecord,
	Confidence,
	EventRecord,
	Happening,
	Mode,
	Records,
	ResponseRecord,
	SubmissionRecord
} from './record';

/** For tests: one quiz as it was taken. */
export interface Sitting {
	readonly lesson: string;
	readonly mode?: Mode;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** A question each: its objective, and how much of one point its first try earned. */
	readonly answers: readonly {
		readonly objective: string;
		readonly earned: number;
		readonly confidence?: Confidence;
	}[];
	readonly passMark?: number;
	/** Minutes of a page in view. */
	readonly minutes?: number;
	/** Not submitted. */
	readonly open?: boolean;
}

/** For tests: the records of one learner who took these quizzes, one after the other. Imports types alone: browser tests use it too. */
export function recordsOfSittings(sittings: readonly Sitting[], profile = 'learner'): Records {
	let sequence = 0;
	const attempts: AttemptRecord[] = [];
	const responses: ResponseRecord[] = [];
	const submissions: SubmissionRecord[] = [];
	const events: EventRecord[] = [];
	const stamp = (at: number) => ({
		id: `record-${String(++sequence).padStart(5, '0')}`,
		profile,
		device: 'device',
		sequence,
		seen: sequence - 1,
		app: '0.1.0',
		content: 'c0ffee',
		at
	});
	const happened = (at: number, happening: Happening) =>
		events.push({ ...stamp(at), ...happening });
	for (const sitting of sittings) {
		const { lesson, at, answers, mode = 'practice', passMark = 0.8 } = sitting;
		const own = stamp(at);
		const asked = answers.map(({ objective }, index) => ({
			question: `question-${index}`,
			key: `m-${index}.t-${index}`,
			lesson,
			objective,
			order: []
		}));
		attempts.push({
			...own,
			lesson,
			mode,
			seed: own.id,
			paper: asked,
			assignments: [],
			terms: [],
			rules: {
				passMark,
				timeLimit: null,
				extraTime: 1,
				confidence: answers.some(({ confidence }) => confidence !== undefined),
				attempts: null,
				counts: 'best'
			},
			redoOf: null
		});
		answers.forEach(({ earned, confidence }, index) => {
			const { question, key } = asked[index]!;
			if (confidence)
				happened(at, { type: 'confidence-given', attempt: own.id, question, confidence });
			responses.push({
				...stamp(at),
				attempt: own.id,
				question,
				key,
				response: { chosen: null },
				kindVersion: 1,
				locale: 'en',
				earned,
				possible: 1
			});
		});
		if (sitting.minutes)
			happened(at, {
				type: 'active',
				lesson,
				attempt: own.id,
				milliseconds: sitting.minutes * 60_000,
				elapsed: null
			});
		const earned = answers.reduce((sum, answer) => sum + answer.earned, 0);
		const possible = answers.length;
		const passed = earned / possible >= passMark - 1e-9;
		if (!sitting.open)
			submissions.push({
				...stamp(at),
				attempt: own.id,
				earned,
				possible,
				passed,
				by: 'learner'
			});
	}
	const [first] = attempts;
	return {
		questions: [],
		attempts,
		drafts: [],
		responses,
		submissions,
		events,
		profiles: first ? [{ id: profile, name: '', sequence: 1, device: 'device', at: first.at }] : [],
		preferences: [],
		tombstones: [],
		assignments: [],
		handIns: []
	};
}
