import fc from 'fast-check';
import { randomFrom, shuffleWith } from '#lib/quiz/random';
import type { Step } from './examples';
import { exampleLessons, historyOf, type Line } from './examples-of-histories';
import { confidences, type History, type Mode } from './record';

const right: Step = { earned: 1, possible: 1 };
const wrong: Step = { earned: 0, possible: 1 };
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(right, wrong) },
	fc.constantFrom({ earned: 1, possible: 3 }, { earned: 2, possible: 3 }),
	fc.nat({ max: 1 }).map((hint) => ({ hint })),
	fc.constantFrom(...confidences).map((confidence) => ({ confidence })),
	fc.boolean().map((flagged) => ({ flagged })),
	fc.constantFrom<Step>('opened', 'answer-shown')
);

const lessonIds = exampleLessons.map(({ id }) => id);
const sections = exampleLessons[0]!.sections.map(({ id }) => id);
const names = exampleLessons[0]!.pool.map(({ id }) => id);
const modes: readonly Mode[] = ['practice', 'test', 'review'];

/** Something that a learner does; numbers choose among the attempts and questions that there are by then. */
const move = fc.oneof(
	{
		weight: 2,
		arbitrary: fc.record({
			begin: fc.constantFrom(...modes),
			lesson: fc.constantFrom(...lessonIds),
			draw: fc.shuffledSubarray(names, { minLength: 2, maxLength: 4 }),
			redo: fc.boolean()
		})
	},
	{ weight: 8, arbitrary: fc.record({ step, attempt: fc.nat(), question: fc.nat() }) },
	{ weight: 2, arbitrary: fc.record({ end: fc.nat() }) },
	fc.record({ remark: fc.constantFrom(0, 0.5, 1), attempt: fc.nat(), question: fc.nat() }),
	fc.record({
		lesson: fc.constantFrom(...lessonIds),
		section: fc.constantFrom(...sections, 'gone'),
		read: fc.boolean()
	}),
	fc.record({ active: fc.integer({ min: 1, max: 60_000 }), lesson: fc.constantFrom(...lessonIds) })
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** Minutes, days, or a clock that is set back, in days. */
const pause = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map((minutes) => minutes / 1440) },
	{ weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }) },
	fc.integer({ min: -40, max: -1 })
);

/** Turns moves into lines: what cannot be (a step where nothing is under way) is left out. */
class Diary {
	readonly lines: Line[] = [];
	readonly #attempts: { id: string; paper: readonly string[]; review: boolean; ended: boolean }[] =
		[];

	take(move: Move, when: { at: number; device: string }): void {
		const of = (number: number, ended: boolean) => {
			const list = this.#attempts.filter((attempt) => attempt.ended === ended);
			return list.length ? list[number % list.length]! : null;
		};
		if ('begin' in move) {
			const again = move.redo ? of(0, true) : null;
			const redoOf = again && !again.review ? { redoOf: again.id } : {};
			const mode = again ? 'practice' : move.begin;
			const review = mode === 'review';
			const id = `attempt-${this.#attempts.length}`;
			// A review goes over both lessons, and no id is in it twice.
			const from = (index: number) => lessonIds[index % lessonIds.length];
			const paper = move.draw.map((name, index) => (review ? `${from(index)}:${name}` : name));
			this.lines.push({ ...when, begin: id, lesson: move.lesson, mode, paper, ...redoOf });
			this.#attempts.push({ id, paper, review, ended: false });
		} else if ('step' in move || 'remark' in move) {
			const attempt = of(move.attempt, 'remark' in move);
			const name = attempt?.paper[move.question % attempt.paper.length];
			if (!attempt || !name) return;
			const question = name.split(':').at(-1)!;
			const key = 'remark' in move ? { key: `new-${move.question % 2}` } : {};
			const step: Step = 'step' in move ? move.step : { remarked: move.remark, ...key };
			this.lines.push({ ...when, in: attempt.id, question, step });
		} else if ('end' in move) {
			const attempt = of(move.end, false);
			if (!attempt) return;
			this.lines.push({ ...when, end: attempt.id });
			attempt.ended = true;
		} else if ('section' in move) {
			const { lesson, section, read } = move;
			const type = read ? 'section-read' : 'section-opened';
			this.lines.push({ ...when, happened: { type, lesson, section } });
		} else {
			const { active: milliseconds, lesson } = move;
			const happened = {
				type: 'active',
				lesson,
				attempt: null,
				milliseconds,
				elapsed: null
			} as const;
			this.lines.push({ ...when, happened });
		}
	}
}

/**
 * For tests: any history: attempts of every mode in two lessons, some under way at once, tries, hints, confidences,
 * flags, ends, changed keys, reading, clocks that go back. Devices number on their own, so that records of one number meet.
 */
export const anyHistory = (...devices: string[]): fc.Arbitrary<History> =>
	fc
		.array(fc.tuple(move, pause, fc.constantFrom('device', ...devices)), {
			maxLength: 60,
			size: 'max'
		})
		.map((moves) => {
			const diary = new Diary();
			let at = 50;
			for (const [move, pause, device] of moves) diary.take(move, { at: (at += pause), device });
			return historyOf(diary.lines);
		});

const changed = (history: History, change: <T>(records: readonly T[]) => T[]): History => ({
	attempts: change(history.attempts),
	responses: change(history.responses),
	submissions: change(history.submissions),
	events: change(history.events)
});

/** For tests: the same records as they may arrive: in another order, and some of them twice. */
export function arrived(history: History, seed: string): History {
	const random = randomFrom(seed);
	return changed(history, (records) =>
		shuffleWith(random)([...records, ...records.filter(() => random() < 0.5)]).map((record) => ({
			...record
		}))
	);
}
