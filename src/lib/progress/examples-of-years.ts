import { uuidv7 } from '#lib/base/id';
import { drawn, drawPaper } from '#lib/quiz/draw';
import { questionKey, type Question } from '#lib/quiz/question';
import { randomFrom, shuffleWith } from '#lib/quiz/random';
import { exampleQuestion, exampleRules } from './examples';
import {
	confidences,
	type AttemptRecord,
	type EventRecord,
	type Happening,
	type History,
	type Mode,
	type PaperQuestion,
	type ResponseRecord,
	type Stamp,
	type SubmissionRecord
} from './record';
import { seenIn } from './review-queue';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** For tests: when years begin. */
export const newYear = Date.UTC(2026, 0, 1);

const objectives = ['what', 'how', 'why', 'whether'];

/** For tests: the course of a year: 12 lessons of 6 sections, 4 objectives and 14 questions each. */
export const yearOfLessons = Array.from({ length: 12 }, (_, number) => {
	const id = `lesson-${number + 1}`;
	return {
		id,
		sections: Array.from({ length: 6 }, (_, section) => ({ id: `section-${section + 1}` })),
		objectives: objectives.map((id) => ({ id })),
		pool: Array.from({ length: 14 }, (_, question): Question => {
			const name = `${id}-question-${question + 1}`;
			return exampleQuestion(name, 'single-choice', {
				lesson: id,
				objective: objectives[question % objectives.length]!,
				hash: { marking: `m-${name}`, text: `t-${name}` }
			});
		})
	};
});
type YearLesson = (typeof yearOfLessons)[number];

/** A learner who studies, minute by minute, by chance that a seed determines. */
class Student {
	readonly #random: () => number;
	readonly attempts: AttemptRecord[] = [];
	readonly responses: ResponseRecord[] = [];
	readonly submissions: SubmissionRecord[] = [];
	readonly events: EventRecord[] = [];
	#now = newYear;
	#active = newYear;
	#sequence = 0;

	constructor(seed: string) {
		this.#random = randomFrom(seed);
	}

	chance = (share: number) => this.#random() < share;
	one = <T>(list: readonly T[]): T => list[Math.floor(this.#random() * list.length)]!;

	/** Comes to the page in the evening of a day. */
	come(days: number): void {
		this.#now = newYear + days * day + (17 + this.#random() * 3) * 60 * minute;
		this.#active = this.#now;
	}

	/** Reads a lesson, two minutes a section. */
	read({ id: lesson, sections }: YearLesson): void {
		for (const { id: section } of sections) {
			this.#happen({ type: 'section-opened', lesson, section });
			this.#pass(2 * minute, lesson, null);
			this.#happen({ type: 'section-read', lesson, section });
		}
	}

	quiz(lesson: YearLesson, mode: Mode): void {
		const seen = seenIn(this.attempts.slice(-20));
		const seenAt = new Map(lesson.pool.map(({ id }) => [id, seen.get(`${lesson.id} ${id}`) ?? 0]));
		const paper = drawPaper(lesson.pool, 8, `${this.#sequence}`, seenAt);
		const missed = this.#attempt(lesson.id, mode, paper, null);
		const again = paper.filter(({ question }) => missed.includes(question));
		if (again.length && mode === 'practice' && this.chance(0.3))
			this.#attempt(lesson.id, mode, again, this.attempts.at(-1)!.id);
	}

	/** Eight questions of lessons that were begun. */
	review(lessons: readonly YearLesson[]): void {
		const shuffle = shuffleWith(this.#random);
		const questions = shuffle(lessons.flatMap(({ pool }) => pool)).slice(0, 8);
		const paper = questions.map((question) => drawn(question, shuffle));
		this.#attempt('', 'review', paper, null);
	}

	/** A whole attempt => the questions that were missed. */
	#attempt(
		lesson: string,
		mode: Mode,
		paper: readonly PaperQuestion[],
		redoOf: string | null
	): string[] {
		const attempt = { ...this.#stamp(), lesson, mode, paper, redoOf };
		const { id } = attempt;
		const rules = { ...exampleRules, confidence: true };
		this.attempts.push({ ...attempt, seed: id, assignments: [], terms: [], rules });
		const missed = paper.flatMap((asked) => (this.#answer(attempt, asked) ? [] : [asked.question]));
		const possible = paper.length;
		const earned = possible - missed.length;
		const passed = mode !== 'review' && !redoOf && earned / possible >= rules.passMark;
		this.submissions.push({
			...this.#stamp(),
			attempt: id,
			earned,
			possible,
			passed,
			by: 'learner'
		});
		return missed;
	}

	/** Answers a question => whether the first try was right, without help. */
	#answer(
		{ id: attempt, lesson, mode }: Pick<AttemptRecord, 'id' | 'lesson' | 'mode'>,
		{ question, key }: PaperQuestion
	): boolean {
		const here = { attempt, question };
		this.#happen({ type: 'question-opened', ...here });
		this.#pass((10 + this.#random() * 40) * second, lesson, attempt);
		const hint = mode !== 'test' && this.chance(0.12);
		if (hint) this.#happen({ type: 'hint-shown', ...here, hint: 0 });
		if (this.chance(0.05)) this.#happen({ type: 'flagged', ...here, on: true });
		if (this.chance(0.8))
			this.#happen({ type: 'confidence-given', ...here, confidence: this.one(confidences) });
		// It goes better as the year goes on.
		const right = this.chance(0.6 + (0.3 * (this.#now - newYear)) / (365 * day));
		const tries = right || mode === 'test' ? [right] : [false, this.chance(0.6)];
		for (const one of tries) {
			this.#pass((2 + this.#random() * 10) * second, lesson, attempt);
			this.responses.push({
				...this.#stamp(),
				...here,
				key,
				response: { chosen: one ? 'right' : 'wrong' },
				kindVersion: 1,
				locale: this.#sequence % 2 ? 'en' : 'ar',
				earned: one ? 1 : 0,
				possible: 1
			});
		}
		return right && !hint;
	}

	/** Lets time pass in view of the page, which tells of each minute. */
	#pass(milliseconds: number, lesson: string, attempt: string | null): void {
		this.#now += milliseconds;
		for (; this.#now - this.#active >= minute; this.#active += minute)
			this.#happen({ type: 'active', lesson, attempt, milliseconds: minute, elapsed: null });
	}

	#happen(happening: Happening): void {
		this.events.push({ ...this.#stamp(), ...happening });
	}

	#stamp(): Stamp {
		const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(this.#random() * 256));
		const seen = this.#sequence++;
		return {
			id: uuidv7(this.#now, bytes),
			profile: '01890000-0000-7000-8000-000000000001',
			device: '01890000-0000-7000-8000-000000000002',
			sequence: this.#sequence,
			seen,
			app: '0.1.0',
			content: 'c0ffee',
			at: this.#now
		};
	}

	/** A course whose key was changed in mid-year: attempts with these questions are marked again. */
	remark(questions: readonly Question[]): void {
		for (const { id: question, ...rest } of questions) {
			const key = `new-${questionKey({ id: question, ...rest } as Question)}`;
			for (const { attempt } of this.responses.filter((one) => one.question === question))
				this.#happen({
					type: 'remarked',
					attempt,
					question,
					key,
					before: { earned: 0, possible: 1 },
					earned: 0,
					possible: 1
				});
		}
	}
}

/**
 * For tests: a year of study: a new lesson each month, reading on every second day, a quiz on two days of three (practice
 * and tests), and a review of eight questions every day.
 */
export function yearOfStudy(seed: string): History {
	const student = new Student(seed);
	for (let days = 0; days < 365; days++) {
		const begun = yearOfLessons.slice(0, Math.floor(days / 30.5) + 1);
		student.come(days);
		if (student.chance(0.5)) student.read(student.one([begun.at(-1)!, student.one(begun)]));
		if (student.chance(2 / 3))
			student.quiz(student.one(begun), student.chance(0.3) ? 'test' : 'practice');
		student.review(begun);
		if (days === 180) student.remark(begun[0]!.pool.slice(0, 2));
	}
	const { attempts, responses, submissions, events } = student;
	return { attempts, responses, submissions, events };
}
