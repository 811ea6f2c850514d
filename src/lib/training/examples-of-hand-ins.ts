import { uuidv7 } from '#lib/base/id';
import { exampleRules } from '#lib/progress/examples';
import type { EventRecord, Happening } from '#lib/progress/record';
import { exampleAddressee, exampleNow } from './examples';
import type { HandedRecords, HandIn } from './hand-in';

/** Numbers that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer R)[] ? R[] : T[K] };

/**
 * For tests: a test of eight questions in each of so many lessons, as a store keeps it: with what was opened, chosen, said of
 * confidence, and the time.
 */
export function exampleHandIn(lessons = 1, part: Partial<HandIn> = {}, seed = 1): HandIn {
	const random = seeded(seed);
	const hex = (length: number) =>
		Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
	const newId = () =>
		uuidv7(
			at,
			Uint8Array.from({ length: 10 }, () => random() * 256)
		);
	let sequence = 0;
	let at = exampleNow;
	const device = newId();
	const profile = newId();
	const stamp = () => {
		sequence++;
		at += Math.floor(random() * 20_000);
		const seen = sequence - 1;
		return {
			id: newId(),
			profile,
			device,
			sequence,
			seen,
			app: hex(12),
			content: 'c0ffee012345',
			at
		};
	};
	const app = '0123456789ab';
	const records: Writable<HandedRecords> = {
		attempts: [],
		drafts: [],
		responses: [],
		submissions: [],
		events: []
	};
	for (let index = 0; index < lessons; index++) {
		const lesson = `lesson-number-${index + 1}`;
		const paper = Array.from({ length: 8 }, (_, place) => ({
			question: `question-${index}-${place}`,
			key: `${hex(20)}.${hex(20)}`,
			lesson,
			objective: `objective-${place % 4}`,
			order: ['first', 'second', 'third', 'fourth']
		}));
		const made = { ...stamp(), app };
		const attempt = made.id;
		const rules = { ...exampleRules, timeLimit: 1_200_000, confidence: true, attempts: 2 };
		records.attempts.push({
			...made,
			...{ lesson, mode: 'test', seed: newId(), paper, rules, redoOf: null },
			assignments: ['019b7d2c-5f00-7abc-8def-0123456789ab'],
			terms: [
				{
					assignment: '019b7d2c-5f00-7abc-8def-0123456789ab',
					revision: 1,
					passMark: 0.8,
					due: exampleNow + 1e9
				}
			]
		});
		const happened = (happening: Happening) =>
			records.events.push({ ...stamp(), app, ...happening } as EventRecord);
		for (const { question, key, order } of paper) {
			const response = { chosen: order[Math.floor(random() * 4)] };
			happened({ type: 'question-opened', attempt, question });
			const { id: _, ...draft } = { ...stamp(), app };
			records.drafts.push({ ...draft, attempt, question, tab: device, response, kindVersion: 1 });
			happened({ type: 'confidence-given', attempt, question, confidence: 'fairly-sure' });
			happened({ type: 'active', lesson, attempt, milliseconds: 20_000, elapsed: at - exampleNow });
			const mark = { earned: random() > 0.3 ? 1 : 0, possible: 1 };
			records.responses.push({
				...{ ...stamp(), app, attempt, question, key, response, kindVersion: 1, locale: 'ar' },
				...mark
			});
		}
		records.submissions.push({
			...{ ...stamp(), app, attempt, earned: 6, possible: 8, passed: false, by: 'learner' }
		});
	}
	return {
		course: 'exosome-therapy',
		assignment: '019b7d2c-5f00-7abc-8def-0123456789ab',
		revision: 1,
		at,
		app,
		content: 'c0ffee012345',
		learner: { ...exampleAddressee, profile },
		records,
		...part
	};
}
